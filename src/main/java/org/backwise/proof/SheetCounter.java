package org.backwise.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.Questionnaire.Question;
import org.logicng.formulas.FType;
import org.logicng.formulas.Formula;
import org.logicng.formulas.Variable;
import org.logicng.knowledgecompilation.bdds.BDD;
import org.logicng.knowledgecompilation.bdds.BDDFactory;
import org.logicng.knowledgecompilation.bdds.datastructures.BDDNode;
import org.logicng.knowledgecompilation.bdds.jbuddy.BDDKernel;

/**
 * Counts sheets exactly, by decision diagrams. A band counts as often as it is wide, or
 * once.
 */
class SheetCounter {

	private final List<Variable> order;

	private final Map<Variable, Integer> place = new HashMap<>();

	private final BigInteger[] weights;

	private final BDDKernel kernel;

	/** A counter over all variables of a space, in the order of its questions. */
	SheetCounter(AnswerSpace space, boolean wide) {
		Map<Variable, Integer> widths = new HashMap<>();
		List<Variable> variables = new ArrayList<>();
		for (Question question : space.base().questions()) {
			variables.addAll(space.variables(question));
			space.bands(question).forEach((band) -> widths.put(space.band(question, band), wide ? band.width() : 1));
		}
		this.order = variables;
		this.weights = new BigInteger[this.order.size()];
		for (int i = 0; i < this.order.size(); i++) {
			this.place.put(this.order.get(i), i);
			this.weights[i] = BigInteger.valueOf(widths.getOrDefault(this.order.get(i), 1));
		}
		this.kernel = new BDDKernel(space.factory(), this.order, 100_000, 100_000);
	}

	BDD diagram(Formula formula) {
		return BDDFactory.build(formula, this.kernel);
	}

	/** How many whole sheets a diagram holds. */
	BigInteger count(BDD diagram) {
		return count(diagram, this.order.size());
	}

	/** How many ways the first variables have to make a diagram that reads no other. */
	BigInteger count(BDD diagram, int variables) {
		BDDNode root = diagram.toLngBdd();
		return count(root, new IdentityHashMap<>(), variables).multiply(free(0, level(root, variables)));
	}

	/** The weighted number of models below a node, over the variables from its own on. */
	private BigInteger count(BDDNode node, Map<BDDNode, BigInteger> known, int variables) {
		if (!node.isInnerNode()) {
			return node.label().type() == FType.TRUE ? BigInteger.ONE : BigInteger.ZERO;
		}
		BigInteger found = known.get(node);
		if (found == null) {
			int level = level(node, variables);
			BigInteger low = count(node.low(), known, variables)
				.multiply(free(level + 1, level(node.low(), variables)));
			BigInteger high = count(node.high(), known, variables)
				.multiply(free(level + 1, level(node.high(), variables)));
			found = low.add(high.multiply(this.weights[level]));
			known.put(node, found);
		}
		return found;
	}

	private int level(BDDNode node, int variables) {
		return node.isInnerNode() ? this.place.get((Variable) node.label()) : variables;
	}

	private BigInteger free(int from, int to) {
		BigInteger product = BigInteger.ONE;
		for (int i = from; i < to; i++) {
			product = product.multiply(this.weights[i].add(BigInteger.ONE));
		}
		return product;
	}

}
