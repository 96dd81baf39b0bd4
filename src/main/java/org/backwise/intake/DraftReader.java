package org.backwise.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.ChangedAnswer;
import org.backwise.cases.KnownReach;
import org.backwise.triage.InForce;
import org.backwise.triage.Problem;
import org.backwise.triage.Reading;

/** What a kept draft says under the rules in force, beside what its case knows by now. */
@Component
class DraftReader {

	private final InForce rules;

	private final Cases cases;

	private final JsonMapper json;

	DraftReader(InForce rules, Cases cases, JsonMapper json) {
		this.rules = rules;
		this.cases = cases;
		this.json = json;
	}

	Draft read(StoredDraft row) {
		Map<String, Object> sheet = this.json.readValue(row.answers(),
				new TypeReference<LinkedHashMap<String, Object>>() {
				});
		List<ChangedAnswer> changes = this.json.readValue(row.changes(), new TypeReference<List<ChangedAnswer>>() {
		});
		@Nullable Details said = (row.details() != null) ? this.json.readValue(row.details(), Details.class) : null;
		Optional<Details> newer = newer(row, said);
		return new Draft(new Journey(this.rules.base(), readable(sheet, row.caseId() != null)), changes,
				newer.orElse(said), row.consent(), row.comesFrom(), newer.isPresent());
	}

	/** What the case of a draft knows of its client; empty for a draft without a case. */
	Optional<KnownReach> known(StoredDraft row) {
		return Optional.ofNullable(row.caseId()).map((id) -> this.cases.reach(new CaseId(id)));
	}

	/** What was said elsewhere since the details of a draft were said. */
	private Optional<Details> newer(StoredDraft row, @Nullable Details said) {
		@Nullable String seen = (said != null) ? said.seen() : KnownReach.NOTHING.mark();
		return known(row).filter((known) -> !known.mark().equals(seen))
			.flatMap((known) -> Details.of(known, (said != null) ? said.firstDay() : null));
	}

	/**
	 * Reads a stored sheet. When the knowledge base has changed since, an answer that it
	 * no longer understands is dropped, and so asked again.
	 */
	private Reading readable(Map<String, Object> sheet, boolean cleared) {
		Reading reading = read(sheet, cleared);
		while (!reading.problems().isEmpty()) {
			Map<String, Object> rest = new LinkedHashMap<>(sheet);
			reading.problems().stream().map(Problem::question).forEach(rest::remove);
			if (rest.size() == sheet.size()) {
				break;
			}
			sheet = rest;
			reading = read(sheet, cleared);
		}
		return reading;
	}

	Reading read(Map<String, Object> sheet, boolean cleared) {
		return cleared ? this.rules.triage().readCleared(sheet) : this.rules.triage().read(sheet);
	}

}
