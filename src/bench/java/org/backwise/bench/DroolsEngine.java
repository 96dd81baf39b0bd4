package org.backwise.bench;

import java.util.List;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.internal.utils.KieHelper;

/**
 * The rules in Drools, compiled to its executable model, with a stateless session for
 * each decision, as its manual has it for requests that come side by side.
 */
class DroolsEngine {

	private final KnowledgeBase base;

	private final StatelessKieSession session;

	DroolsEngine(KnowledgeBase base) {
		this.base = base;
		StringBuilder text = new StringBuilder("package org.backwise.bench.rules\n").append("import ")
			.append(FactSheet.class.getName())
			.append("\nimport ")
			.append(Verdict.class.getName())
			.append("\n");
		for (GeneralRule rule : GeneralRule.all(base)) {
			Condition unless = rule.unless();
			String when = FactSheet.java(rule.when()) + ((unless != null) ? " && !" + FactSheet.java(unless) : "");
			String then = switch (rule.kind()) {
				case FINDING -> "$verdict.found";
				case CAUTION -> "$verdict.limits";
				case POINTS -> "$sheet.holds";
			};
			text.append("rule \"" + rule.kind() + " " + rule.name() + "\" when\n  $sheet : FactSheet( " + when
					+ " )\n  $verdict : Verdict()\nthen\n  " + then + "(\"" + rule.name() + "\");\nend\n");
		}
		KieBase rules = new KieHelper().addContent(text.toString(), ResourceType.DRL)
			.build(ExecutableModelProject.class);
		this.session = rules.newStatelessKieSession();
	}

	Verdict decide(FactSheet sheet) {
		sheet.reset();
		Verdict verdict = new Verdict();
		this.session.execute(List.of(verdict, sheet));
		verdict.scores = sheet.scores(this.base);
		return verdict;
	}

}
