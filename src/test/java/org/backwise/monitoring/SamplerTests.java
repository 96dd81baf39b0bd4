package org.backwise.monitoring;

import java.util.List;
import java.util.OptionalDouble;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SamplerTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private OptionalDouble first = OptionalDouble.of(3);

	private RuntimeException failure;

	private final Sampler sampler = new Sampler(new MetricsSettings("x".repeat(24)),
			List.of(() -> List.of(new Reading("backwise.first", "One", () -> this.first),
					new Reading("backwise.second", "Two", this::second))));

	@Test
	void saysNothingBeforeItHasRead() {
		this.sampler.bindTo(this.registry);
		assertThat(value("backwise.first")).isNaN();
		assertThat(value("backwise.database.up")).isZero();
	}

	@Test
	void saysWhatItReadAndForgetsWhatItCannotReadAnyMore() {
		this.sampler.bindTo(this.registry);
		this.sampler.take();
		assertThat(value("backwise.first")).isEqualTo(3);
		assertThat(value("backwise.second")).isEqualTo(7);
		assertThat(value("backwise.database.up")).isEqualTo(1);

		this.first = OptionalDouble.empty();
		this.sampler.take();
		assertThat(value("backwise.first")).isNaN();
		assertThat(value("backwise.database.up")).isEqualTo(1);

		this.failure = new DataAccessResourceFailureException("away");
		this.sampler.take();
		assertThat(value("backwise.second")).isNaN();
		assertThat(value("backwise.database.up")).isZero();

		this.failure = null;
		this.sampler.take();
		assertThat(value("backwise.second")).isEqualTo(7);
		assertThat(value("backwise.database.up")).isEqualTo(1);
	}

	/** Else it would never read again. */
	@Test
	void outlivesAnyFailure() {
		this.failure = new IllegalStateException("a mistake of ours");
		this.sampler.bindTo(this.registry);
		this.sampler.take();
		assertThat(value("backwise.first")).isNaN();
	}

	@Test
	void aTokenThatCouldBeGuessedIsRefusedAndNotRepeated() {
		assertThatIllegalArgumentException().isThrownBy(() -> new MetricsSettings("guess me"))
			.withMessageContaining("24")
			.withMessageNotContaining("guess me");
		assertThat(new MetricsSettings("").isToken("")).isFalse();
		assertThat(new MetricsSettings("y".repeat(24))).asString().doesNotContain("y".repeat(24));
	}

	private OptionalDouble second() {
		if (this.failure != null) {
			throw this.failure;
		}
		return OptionalDouble.of(7);
	}

	private double value(String name) {
		return this.registry.get(name).gauge().value();
	}

}
