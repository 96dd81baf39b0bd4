package org.backwise.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.cases.CaseId;
import org.backwise.cases.CaseStep;
import org.backwise.cases.PersonalData.Line;
import org.backwise.cases.Rounds;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide.Phase;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.practice.Dates;
import org.backwise.practice.Words;
import org.backwise.rules.KnowledgeArchive;

/** Plans and steps as the client prints them. */
@Component
class PlanWords {

	private final Rounds rounds;

	private final KnowledgeArchive archive;

	private final Words words;

	private final Dates dates;

	PlanWords(Rounds rounds, KnowledgeArchive archive, Words words, Dates dates) {
		this.rounds = rounds;
		this.archive = archive;
		this.words = words;
		this.dates = dates;
	}

	Optional<Line> of(CaseId id, @Nullable CarePlan now, List<CaseStep> steps, Map<UUID, CarePlan> plans) {
		if (now == null && steps.isEmpty()) {
			return Optional.empty();
		}
		List<KnowledgeBase> bases = this.rounds.of(id)
			.stream()
			.map((round) -> this.archive.of(round.assessment().knowledge()).knowledge())
			.toList();
		List<Line> lines = new ArrayList<>();
		if (now != null) {
			lines.add(new Line(this.words.of("care.record.plan"), plan(now, bases)));
		}
		steps.forEach((step) -> lines.add(new Line(this.dates.moment(step.at()), step(step, plans, bases))));
		return Optional.of(new Line(this.words.of("care.record.title"), lines));
	}

	private List<Line> plan(CarePlan plan, List<KnowledgeBase> bases) {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line(this.words.of("care.record.technique"), technique(plan.technique(), bases)));
		if (plan.alternative() != null) {
			lines.add(new Line(this.words.of("care.record.alternative"), technique(plan.alternative(), bases)));
		}
		lines.add(new Line(this.words.of("care.record.minutes"), Integer.toString(plan.minutes())));
		if (plan.habit() != null) {
			bases.stream()
				.filter((base) -> base.hasHabit(plan.habit()))
				.findFirst()
				.ifPresent((base) -> lines
					.add(new Line(this.words.of("care.record.habit"), base.habit(plan.habit()).name())));
		}
		lines.add(new Line(this.words.of("care.record.first-day"), this.dates.full(plan.firstDay())));
		plan.sessions()
			.forEach(
					(session) -> lines.add(new Line(this.words.of("care.record.session", session.number()),
							this.words.of("care.record.session.on", this.dates.weekday(session.day()),
									phase(session.phase(), bases), technique(session.technique(), bases))
									+ shift(session))));
		return lines;
	}

	private String shift(Session session) {
		Session.Shift shift = session.shift();
		return (shift != null) ? ". " + this.words.of("care.shift." + shift.why(), this.dates.weekday(shift.from()),
				Objects.requireNonNullElse(shift.words(), "")) : "";
	}

	private List<Line> step(CaseStep step, Map<UUID, CarePlan> plans, List<KnowledgeBase> bases) {
		List<Line> lines = new ArrayList<>();
		String what = this.words.of("care.record.step." + step.act());
		lines.add(new Line(this.words.of("care.record.step"), what));
		add(lines, "care.record.by", step.name());
		if (step.reason() != null && step.act().reasons().contains(step.reason())) {
			add(lines, "care.record.reason", this.words.of("care.record.reason." + step.reason()));
		}
		add(lines, "care.record.words", step.words());
		add(lines, "care.record.note", step.note());
		if (step.level() != null) {
			add(lines, "care.record.level", this.words.of("level." + step.level()));
		}
		@Nullable CarePlan plan = (step.plan() != null) ? plans.get(step.plan()) : null;
		if (plan != null) {
			lines.add(new Line(this.words.of("care.record.plan-then"), plan(plan, bases)));
		}
		return lines;
	}

	private void add(List<Line> lines, String label, @Nullable String words) {
		if (words != null && !words.isBlank()) {
			lines.add(new Line(this.words.of(label), words));
		}
	}

	/** A plan may follow from any round of its case. */
	private static String technique(String id, List<KnowledgeBase> bases) {
		return bases.stream()
			.flatMap((base) -> base.techniques().techniques().stream())
			.filter((technique) -> technique.id().equals(id))
			.map(Technique::name)
			.findFirst()
			.orElseThrow();
	}

	private static String phase(String id, List<KnowledgeBase> bases) {
		return bases.stream()
			.flatMap((base) -> base.plan().phases().stream())
			.filter((phase) -> phase.id().equals(id))
			.map(Phase::name)
			.findFirst()
			.orElseThrow();
	}

}
