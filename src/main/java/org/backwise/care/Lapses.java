package org.backwise.care;

import java.time.Clock;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;

import java.util.UUID;

/**
 * Lets plans lapse that had no session for too long; a check-in then decides how they go
 * on. Safe on several instances at once, for each case is locked and looked at again.
 */
@Component
class Lapses {

	private static final Logger logger = LoggerFactory.getLogger(Lapses.class);

	private final JdbcClient jdbc;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final Episodes episodes;

	private final CheckInTimes times;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Lapses(JdbcClient jdbc, Cases cases, LifeCycle lifeCycle, Episodes episodes, CheckInTimes times,
			TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.episodes = episodes;
		this.times = times;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Looks at every plan whose next session should have been already. */
	@Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
	void lapse() {
		List<UUID> late = this.jdbc
			.sql("select distinct p.case_id from care_plan p join care_session s on s.plan = p.id "
					+ "where s.on_day < ? and p.number = (select max(number) from care_plan l where l.case_id = p.case_id)"
					+ " and not exists (select 1 from session_mark m where m.case_id = p.case_id and m.number = s.number"
					+ " and m.state in ('KEPT', 'MISSED'))")
			.param(java.time.LocalDate.now(this.clock))
			.query(UUID.class)
			.list();
		int lapsed = 0;
		for (UUID id : late) {
			lapsed += Boolean.TRUE.equals(this.transaction.execute((status) -> lapse(new CaseId(id)))) ? 1 : 0;
		}
		if (lapsed > 0) {
			logger.info("{} plans have lapsed", lapsed);
		}
	}

	private boolean lapse(CaseId id) {
		Case theCase = this.cases.lock(id).orElse(null);
		if (theCase == null) {
			return false;
		}
		CareSoFar soFar = this.episodes.soFar(theCase);
		Standing standing = soFar.standing();
		if (!standing.state().isChecked() || this.times.daysWithout(soFar) < days(soFar)) {
			return false;
		}
		this.lifeCycle.take(id, Decision.ofRules(Act.LAPSE, standing.version(), null, null));
		return true;
	}

	private int days(CareSoFar soFar) {
		return this.times.timing().lapses().getOrDefault(soFar.plan().block().phase(), Integer.MAX_VALUE);
	}

}
