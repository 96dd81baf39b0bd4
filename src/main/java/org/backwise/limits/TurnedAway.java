package org.backwise.limits;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** How many requests were refused before any page looked at them, and why; not whose. */
@Component
public class TurnedAway implements MeterBinder {

	private final Map<Why, LongAdder> counts = Stream.of(Why.values())
		.collect(Collectors.toUnmodifiableMap(Function.identity(), (why) -> new LongAdder()));

	/** Why a request was refused. */
	public enum Why {

		/** Too many of one address at the same time. */
		AT_ONCE,

		/** Too many of one address in a while, or too many wrong links. */
		TOO_OFTEN,

		/** A body that is too large. */
		TOO_LARGE,

		/** A name of this computer that is none of ours. */
		UNKNOWN_NAME

	}

	/** Counts one. */
	public void count(Why why) {
		this.counts.get(why).increment();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.counts.forEach((why, count) -> FunctionCounter.builder("backwise.requests.refused", count, LongAdder::sum)
			.tag("why", why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.description("Requests that were refused before any page looked at them")
			.register(registry));
	}

}
