package org.backwise.proof;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import org.backwise.knowledge.KnowledgeBase;

/**
 * Holds a practice's own knowledge folder to the same proof as ours, before anybody can
 * be asked anything. Rules that are not safe, or milder than ours, are not run.
 */
@Component
class ProofAtStart implements InitializingBean {

	private static final Logger LOG = LoggerFactory.getLogger(ProofAtStart.class);

	private final KnowledgeBase base;

	private final Proofs proofs;

	private final String folder;

	private final Duration budget;

	ProofAtStart(KnowledgeBase base, Proofs proofs, @Value("${backwise.knowledge:}") String folder,
			@Value("${backwise.proof-budget:120s}") Duration budget) {
		this.base = base;
		this.proofs = proofs;
		this.folder = folder;
		this.budget = budget;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.folder.isBlank()) {
			return;
		}
		ProofReport report = Proof.within(this.base, this.budget);
		if (!report.brokenSafety().isEmpty()) {
			throw new UnsafeRulesException(this.folder, report.brokenSafety());
		}
		List<Failure> milder = Floor.broken(this.base);
		if (!milder.isEmpty()) {
			Property floor = Promises.kept().floor().claim();
			throw new UnsafeRulesException(this.folder, milder.stream().map(floor::brokenBy).toList());
		}
		report.broken().forEach((property) -> LOG.warn("{}", property.inWords()));
		report.leftOut().forEach((what) -> LOG.warn("Not proved at the start, for want of time: {}", what));
		LOG.info("The rules in {} are proved: {} properties hold, in {} ms", this.folder, report.properties().size(),
				report.took().toMillis());
		this.proofs.keep(report);
	}

}
