package org.backwise.notes;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.care.SessionBasis;
import org.backwise.care.SessionBasis.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.notes.Treatment.Pressure;

/**
 * What can be chosen in the note on a session, and what the limits of the plan say of it.
 *
 * @param question id of the question about places, whose drawing stands beside them
 * @param areas the places
 * @param basis what the session is to be like
 */
record NoteChoices(String question, List<Option> areas, SessionBasis basis) {

	/** Every pressure, the lightest first. */
	public Pressure[] pressures() {
		return Pressure.values();
	}

	/** Whether a pressure is firmer than the limits say. */
	public boolean isTooFirm(@Nullable Pressure pressure) {
		return this.basis.light() && pressure != null && pressure != Pressure.LIGHT;
	}

	/** Whether a kind of massage is left out for this client. */
	boolean isLeftOut(@Nullable String technique) {
		return this.basis.kinds().stream().anyMatch((kind) -> kind.leftOut() && kind.id().equals(technique));
	}

	/** Whether anything could go beyond the limits at all. */
	public boolean isLimited() {
		return this.basis.light() || this.basis.kinds().stream().anyMatch(Kind::leftOut);
	}

	boolean isBeyond(Treatment treatment) {
		return isTooFirm(treatment.pressure()) || isLeftOut(treatment.technique());
	}

	/** Those of the places that there are, in their order. */
	List<String> places(Iterable<String> ids) {
		List<String> wanted = new java.util.ArrayList<>();
		ids.forEach(wanted::add);
		return this.areas.stream().map(Option::id).filter(wanted::contains).toList();
	}

	boolean hasTechnique(String id) {
		return this.basis.kinds().stream().anyMatch((kind) -> kind.id().equals(id));
	}

	/**
	 * A treatment in words.
	 *
	 * @param areas the places
	 * @param pressure id of the pressure
	 * @param technique the kind of massage
	 * @param minutes how long
	 * @param beyond why it went beyond the limits
	 */
	record InWords(List<String> areas, @Nullable Pressure pressure, @Nullable String technique,
			@Nullable Integer minutes, @Nullable String beyond) {

		@Override
		public String toString() {
			return "a treatment in words";
		}

	}

	/** A treatment in words; what is not known any more keeps its id. */
	public InWords words(Treatment treatment) {
		String technique = treatment.technique();
		return new InWords(
				treatment.areas()
					.stream()
					.map((id) -> this.areas.stream()
						.filter((area) -> area.id().equals(id))
						.map(Option::label)
						.findFirst()
						.orElse(id))
					.toList(),
				treatment.pressure(),
				(technique != null) ? this.basis.kinds()
					.stream()
					.filter((kind) -> kind.id().equals(technique))
					.map(Kind::name)
					.findFirst()
					.orElse(technique) : null,
				treatment.minutes(), treatment.beyond());
	}

}
