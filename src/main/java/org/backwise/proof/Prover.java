package org.backwise.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.logicng.datastructures.Assignment;
import org.logicng.datastructures.Tristate;
import org.logicng.formulas.CType;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import org.logicng.solvers.MiniSat;
import org.logicng.solvers.SolverState;
import org.logicng.solvers.functions.OptimizationFunction;

/**
 * Asks the SAT solver whether something can happen on a sheet, and for the smallest sheet
 * on which it does. The smallest one is the same at every run.
 */
class Prover {

	private final FormulaFactory f;

	private final MiniSat solver;

	Prover(FormulaFactory f, Formula sheets) {
		this.f = f;
		this.solver = MiniSat.miniSat(f);
		this.solver.add(sheets);
	}

	boolean isPossible(Formula formula) {
		SolverState before = this.solver.saveState();
		this.solver.add(formula);
		boolean possible = this.solver.sat() == Tristate.TRUE;
		this.solver.loadState(before);
		return possible;
	}

	/** The smallest sheet on which a formula holds. */
	Optional<Set<Variable>> smallest(Formula formula, List<Variable> standingOut) {
		SolverState before = this.solver.saveState();
		this.solver.add(formula);
		if (this.solver.sat() != Tristate.TRUE) {
			this.solver.loadState(before);
			return Optional.empty();
		}
		Assignment least = this.solver.execute(OptimizationFunction.builder()
			.literals(standingOut)
			.additionalVariables(this.solver.knownVariables())
			.minimize()
			.build());
		int size = (int) standingOut.stream().filter(least::evaluateLit).count();
		this.solver.add(this.f.cc(CType.LE, size, standingOut));
		Set<Variable> found = first(standingOut, least);
		this.solver.loadState(before);
		return Optional.of(found);
	}

	/** Among the smallest sheets the one that ticks the first options. */
	private Set<Variable> first(List<Variable> standingOut, Assignment least) {
		List<Literal> fixed = new ArrayList<>();
		Assignment model = least;
		for (Variable variable : standingOut) {
			if (model.evaluateLit(variable)) {
				fixed.add(variable.negate());
				if (this.solver.sat(fixed) == Tristate.TRUE) {
					model = this.solver.model();
				}
				else {
					fixed.set(fixed.size() - 1, variable);
				}
			}
			else {
				fixed.add(variable.negate());
			}
		}
		return new HashSet<>(model.positiveVariables());
	}

}
