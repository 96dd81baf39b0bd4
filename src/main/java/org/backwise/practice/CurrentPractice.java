package org.backwise.practice;

import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/** The practice as the server's file, its owners and its country make it. */
@Component
class CurrentPractice implements PracticeNow {

	private final Supplier<Practice> current;

	CurrentPractice(Settings settings) {
		this.current = settings.current("practice", Practice.class);
		this.current.get();
	}

	@Override
	public Practice now() {
		return this.current.get();
	}

}
