package org.backwise.limits;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/** One bucket for each address, forgotten when it has been full for a while. */
class AddressBuckets {

	private static final int MOST_ADDRESSES = 100_000;

	private final LoadingCache<String, Bucket> buckets;

	AddressBuckets(int calls, Duration period) {
		this.buckets = Caffeine.newBuilder()
			.maximumSize(MOST_ADDRESSES)
			.expireAfterAccess(period)
			.build((address) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(calls).refillGreedy(calls, period))
				// A clock that is set back would fill none of them for so long.
				.withNanosecondPrecision()
				.build());
	}

	/** Takes one call; the answer is the seconds to wait, 0 when it was allowed. */
	long take(String address) {
		ConsumptionProbe probe = this.buckets.get(address).tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? 0 : 1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds();
	}

	boolean isEmpty(String address) {
		return this.buckets.get(address).getAvailableTokens() == 0;
	}

}
