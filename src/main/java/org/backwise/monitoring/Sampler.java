package org.backwise.monitoring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes the readings, so that nobody who asks for measures waits for the database. What
 * could not be read says nothing instead of something old.
 */
@Component
class Sampler implements MeterBinder {

	private static final Logger logger = LoggerFactory.getLogger(Sampler.class);

	private static final Duration EVERY = Duration.ofSeconds(10);

	/** A database that has not answered for so long is away. */
	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private final MetricsSettings settings;

	private final List<Reading> readings;

	private final Map<String, Double> values = new ConcurrentHashMap<>();

	private final ScheduledExecutorService aside = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "measures");
		thread.setDaemon(true);
		return thread;
	});

	/** By the clock that nobody sets; negative while it never answered. */
	private volatile long answeredAt = -1;

	private final long begunAt = System.nanoTime();

	Sampler(MetricsSettings settings, List<Readings> rooms) {
		this.settings = settings;
		this.readings = rooms.stream().flatMap((room) -> room.readings().stream()).toList();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("backwise.database.up", this, (sampler) -> sampler.answers() ? 1 : 0)
			.description("Whether the database answered in the last seconds")
			.register(registry);
		for (Reading reading : this.readings) {
			Gauge.builder(reading.name(), this.values, (values) -> values.getOrDefault(reading.name(), Double.NaN))
				.description(reading.about())
				.register(registry);
		}
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		if (this.settings.isOn()) {
			this.aside.scheduleWithFixedDelay(this::take, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	@PreDestroy
	void end() {
		this.aside.shutdownNow();
	}

	private boolean answers() {
		long at = this.answeredAt;
		return at >= 0 && System.nanoTime() - this.begunAt - at < PATIENCE.toNanos();
	}

	/** Ends at the first one that fails: each would wait as long. */
	void take() {
		try {
			for (Reading reading : this.readings) {
				reading.value()
					.get()
					.ifPresentOrElse((value) -> this.values.put(reading.name(), value),
							() -> this.values.remove(reading.name()));
			}
			this.answeredAt = System.nanoTime() - this.begunAt;
		}
		catch (DataAccessException | TransactionException ex) {
			this.values.clear();
			this.answeredAt = -1;
		}
		// Else it would never be taken again.
		catch (RuntimeException ex) {
			this.values.clear();
			logger.error("What is measured could not be read: {}", ex.getClass().getSimpleName());
		}
	}

}
