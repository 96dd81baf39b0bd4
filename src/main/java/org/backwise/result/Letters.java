package org.backwise.result;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Case;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Rounds;
import org.backwise.cases.Standing;
import org.backwise.knowledge.Level;
import org.backwise.practice.Dates;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;

/** Writes the letter for the doctor, for the page and for the paper. */
@Component
class Letters {

	private final CareViews care;

	private final LifeCycle lifeCycle;

	private final Rounds rounds;

	private final PracticeNow practice;

	private final Words words;

	private final Dates dates;

	private final Clock clock;

	Letters(CareViews care, LifeCycle lifeCycle, Rounds rounds, PracticeNow practice, Words words, Dates dates,
			Clock clock) {
		this.care = care;
		this.lifeCycle = lifeCycle;
		this.rounds = rounds;
		this.practice = practice;
		this.words = words;
		this.dates = dates;
		this.clock = clock;
	}

	/**
	 * The letter of a case that was referred, or whose plan ended because other care
	 * helps more.
	 * @param theCase the case
	 * @return empty where there is nothing to write about
	 */
	@Transactional(readOnly = true)
	public Optional<LetterView> of(Case theCase) {
		Standing standing = this.lifeCycle.standing(theCase);
		Level level = standing.level();
		Grounds elsewhere = this.care.elsewhere(theCase).orElse(null);
		if (level == null && elsewhere == null) {
			return Optional.empty();
		}
		boolean goes = elsewhere != null && !standing.state().refers();
		Grounds grounds = goes ? Objects.requireNonNull(elsewhere)
				: this.care.grounds(theCase, this.rounds.latest(theCase.id()));
		NoticeView view = NoticeView.of(grounds, (goes || level == null) ? Level.SEE_DOCTOR : level,
				theCase.consent().isChild(grounds.typed(), grounds.base()), grounds.base(), this.practice.now(),
				this.clock.instant());
		return Optional.of(LetterView.of(view, grounds, theCase.reference(), theCase.contact().orElse(null),
				this.practice.now(), this.words, this.dates));
	}

}
