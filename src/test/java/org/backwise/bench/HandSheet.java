package org.backwise.bench;

import java.util.List;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Answer;
import org.backwise.triage.Answers;
import org.backwise.triage.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Typed answers as somebody would keep them who writes the rules by hand for speed: the
 * options of a question as the bits of a field, in the order of the contract; 0 or -1 for
 * no answer.
 */
final class HandSheet {

	final int nerve;

	final int course;

	final int body;

	final int age;

	final int location;

	final int duration;

	final int onset;

	final int injury;

	final int pain;

	final int pattern;

	final int limb;

	final int disc;

	final int general;

	final int history;

	final int today;

	final int ongoing;

	final int skin;

	final int movement;

	final int seen;

	final int inflammatory;

	final int complaints;

	final int contributors;

	final int mainComplaint;

	final int mainCause;

	final int sensitivity;

	final int preference;

	final List<String> ignored;

	/** The answers as they were given, in the order of the contract. */
	final @Nullable Answer[] answers = new Answer[26];

	HandSheet(KnowledgeBase base, Reading reading) {
		Answers given = reading.answers();
		int[] values = new int[26];
		for (int i = 0; i < values.length; i++) {
			Question question = base.questions().get(i);
			Answer answer = given.to(question.id()).orElse(null);
			this.answers[i] = answer;
			values[i] = (question.range() != null) ? -1 : 0;
			if (answer instanceof Answer.Amount amount) {
				values[i] = amount.value();
			}
			else if (answer instanceof Answer.Choice choice) {
				List<String> ids = question.options().stream().map(Option::id).toList();
				choice.options()
					.forEach((option) -> values[base.questions().indexOf(question)] |= 1 << ids.indexOf(option));
			}
		}
		this.nerve = values[0];
		this.course = values[1];
		this.body = values[2];
		this.age = values[3];
		this.location = values[4];
		this.duration = values[5];
		this.onset = values[6];
		this.injury = values[7];
		this.pain = values[8];
		this.pattern = values[9];
		this.limb = values[10];
		this.disc = values[11];
		this.general = values[12];
		this.history = values[13];
		this.today = values[14];
		this.ongoing = values[15];
		this.skin = values[16];
		this.movement = values[17];
		this.seen = values[18];
		this.inflammatory = values[19];
		this.complaints = values[20];
		this.contributors = values[21];
		this.mainComplaint = values[22];
		this.mainCause = values[23];
		this.sensitivity = values[24];
		this.preference = values[25];
		this.ignored = reading.ignored();
	}

}
