package org.backwise.proof;

import java.time.Duration;
import java.util.ArrayList;
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
		List<Property> unsafe = unsafe(this.base, report);
		if (!unsafe.isEmpty()) {
			throw new UnsafeRulesException(this.folder, unsafe);
		}
		report.broken().forEach((property) -> LOG.warn("{}", property.inWords()));
		report.leftOut().forEach((what) -> LOG.warn("Not proved at the start, for want of time: {}", what));
		LOG.info("The rules in {} are proved: {} properties hold, in {} ms", this.folder, report.properties().size(),
				report.took().toMillis());
		this.proofs.keep(report);
	}

	/**
	 * Every rule that is too mild by its name, then the promises that are broken. Where
	 * questions are missing the rules cannot be laid side by side.
	 */
	static List<Property> unsafe(KnowledgeBase base, ProofReport report) {
		List<Property> broken = report.brokenSafety();
		List<Property> unsafe = new ArrayList<>();
		if (broken.stream().noneMatch((property) -> property.id().equals(Promises.ASKED))) {
			Property floor = Promises.kept().floor().claim();
			Floor.broken(base, broken).stream().map(floor::brokenBy).forEach(unsafe::add);
		}
		unsafe.addAll(broken);
		return unsafe;
	}

}
