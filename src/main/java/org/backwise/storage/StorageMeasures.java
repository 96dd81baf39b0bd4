package org.backwise.storage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** How often the disk was forced, how long that took, and what could not be kept. */
@Component
class StorageMeasures implements MeterBinder {

	private final LongAdder forces = new LongAdder();

	private final LongAdder nanos = new LongAdder();

	private final LongAdder unkept = new LongAdder();

	private final LongAdder unread = new LongAdder();

	void forced(long nanos) {
		this.forces.increment();
		this.nanos.add(nanos);
	}

	/** Somebody was told that the database could not be used. */
	void told(boolean sent) {
		(sent ? this.unkept : this.unread).increment();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		FunctionTimer
			.builder("backwise.storage.forces", this, (measures) -> measures.forces.sum(),
					(measures) -> measures.nanos.sum(), TimeUnit.NANOSECONDS)
			.description("Forces of the database's file to the disk, and how long they took; H2 only")
			.register(registry);
		FunctionCounter.builder("backwise.storage.unkept", this.unkept, LongAdder::sum)
			.description("Forms whose senders were told that they could not be saved")
			.register(registry);
		FunctionCounter.builder("backwise.storage.unread", this.unread, LongAdder::sum)
			.description("Pages that could not be shown, since the database could not be used")
			.register(registry);
	}

}
