package org.backwise.intake;

import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

import org.backwise.practice.Settings;

/** As the practice set it. */
@Component
class SetDraftLife implements DraftLife {

	private final Supplier<Keeping> keeping;

	SetDraftLife(Settings settings) {
		this.keeping = settings.current("keeping", Keeping.class);
		this.keeping.get();
	}

	/**
	 * Of the settings about keeping, the one for drafts.
	 *
	 * @param drafts how long a draft waits
	 */
	record Keeping(@DefaultValue("7d") Duration drafts) {

		Keeping {
			if (drafts.toDays() <= 0) {
				throw new IllegalArgumentException("backwise.keeping.drafts: a period must be at least one day");
			}
		}

	}

	@Override
	public Duration now() {
		return this.keeping.get().drafts();
	}

}
