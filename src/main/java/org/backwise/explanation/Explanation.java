package org.backwise.explanation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Level;
import org.backwise.knowledge.Origin;
import org.backwise.knowledge.PlanGuide.Story;
import org.backwise.knowledge.Sources.Source;

/**
 * The knowledge base in sentences.
 *
 * @param origins where rules come from, and how many from each
 * @param parts what is asked, in order
 * @param levels the rules that stop or delay massage, most urgent first
 * @param cautions the rules that limit a plan
 * @param signposts kind lines on where to turn, each as a sentence
 * @param choice how the kind of massage is chosen
 * @param phases how the sessions are planned
 * @param care what a check-in leads to; null for knowledge from before there were any
 * @param evidence what research says
 * @param document what the document says, by its sections
 * @param register the register of published sources, by how they were read
 */
record Explanation(List<OriginCount> origins, List<Part> parts, List<LevelGroup> levels, List<ExplainedRule> cautions,
		List<Signpost> signposts, Choice choice, List<ExplainedPhase> phases, @Nullable CareOverTime care,
		List<Evidence> evidence, List<DocumentPart> document, List<RegisterPart> register) {

	/**
	 * Where rules come from.
	 *
	 * @param origin the kind of source
	 * @param means what that means
	 * @param rules how many rules come from there
	 */
	record OriginCount(Origin origin, String means, long rules) {
	}

	/**
	 * A part of the questionnaire.
	 *
	 * @param section the section's title
	 * @param title the part's title
	 * @param questions its questions
	 */
	record Part(String section, String title, List<ExplainedQuestion> questions) {
	}

	/**
	 * A question and what becomes of its answer.
	 *
	 * @param id its id
	 * @param ask the question
	 * @param why why it is asked
	 * @param asked when it is asked, as a sentence
	 * @param options what can be answered
	 * @param rules ids of the rules that read it
	 * @param uses what else reads it
	 */
	record ExplainedQuestion(String id, String ask, String why, String asked, List<ExplainedOption> options,
			List<String> rules, List<String> uses) {
	}

	/**
	 * An answer to choose.
	 *
	 * @param label what the client reads
	 * @param means what it means
	 */
	record ExplainedOption(String label, @Nullable String means) {
	}

	/**
	 * The rules of one level.
	 *
	 * @param level the level
	 * @param action what the client is told to do
	 * @param byWhen by when
	 * @param means what the level means for massage
	 * @param rules rules whose highest level this is
	 * @param notes more sentences
	 */
	record LevelGroup(Level level, String action, String byWhen, String means, List<ExplainedRule> rules,
			List<String> notes) {
	}

	/**
	 * A rule in sentences.
	 *
	 * @param id its id
	 * @param title what it is about
	 * @param origin where it comes from
	 * @param lines when it holds and what then happens; one line for each of its levels
	 * @param because why, to the client
	 * @param remarks more sentences
	 * @param sources what stands behind it
	 */
	record ExplainedRule(String id, String title, Origin origin, List<Line> lines, String because, List<String> remarks,
			List<Citation> sources) {
	}

	/**
	 * One sentence: when, and what then.
	 *
	 * @param level the level it leads to; null for a caution
	 * @param words the sentence
	 */
	record Line(@Nullable Level level, String words) {
	}

	/**
	 * A source named beside a statement.
	 *
	 * @param tag its tag, or the title of the document's section
	 * @param name its full name
	 * @param place where it stands in the register
	 * @param citable false for general knowledge
	 */
	record Citation(String tag, String name, String place, boolean citable) {
	}

	/**
	 * A kind line on where to turn.
	 *
	 * @param id its id
	 * @param words when it is shown and what it says
	 * @param sources what stands behind it
	 */
	record Signpost(String id, String words, List<Citation> sources) {
	}

	/**
	 * How the kind of massage is chosen.
	 *
	 * @param techniques the kinds of massage
	 * @param causes the causes
	 * @param table the points
	 * @param steps how the points are used, in order
	 */
	record Choice(List<ExplainedTechnique> techniques, List<ExplainedCause> causes, List<PointRow> table,
			List<String> steps) {
	}

	/**
	 * A kind of massage.
	 *
	 * @param code its short code
	 * @param name its name
	 * @param what what it is
	 * @param suits what it suits
	 * @param actsOn the levels of action it leans on
	 * @param evidence the honest label
	 * @param sources what stands behind it
	 */
	record ExplainedTechnique(String code, String name, String what, String suits, List<String> actsOn, String evidence,
			List<Citation> sources) {
	}

	/**
	 * A cause of back pain.
	 *
	 * @param code its short code
	 * @param name what the client reads
	 * @param expert the therapist's word
	 * @param contributors the answers that point to it
	 * @param mechanism how it works
	 * @param goal what the client can do
	 */
	record ExplainedCause(String code, String name, String expert, List<String> contributors, String mechanism,
			String goal) {
	}

	/**
	 * A row of the table of points.
	 *
	 * @param code code of the cause or complaint
	 * @param name its name
	 * @param cells the points in the order of the techniques
	 */
	record PointRow(String code, String name, List<PointCell> cells) {
	}

	/**
	 * Points.
	 *
	 * @param points how many
	 * @param own whether the document itself makes this match
	 */
	record PointCell(int points, boolean own) {
	}

	/**
	 * A phase of a plan.
	 *
	 * @param name its name
	 * @param everyDays days between sessions
	 * @param when when it is part of a plan
	 * @param counts how many sessions, as sentences
	 * @param purpose what it is for
	 * @param goals what to reach
	 * @param step when to move on
	 */
	record ExplainedPhase(String name, int everyDays, String when, List<String> counts, String purpose,
			List<String> goals, String step) {
	}

	/**
	 * The care over time.
	 *
	 * @param outcomes what a check-in leads to, the strictest first
	 * @param cautions what the therapist minds at the next session
	 * @param measures how change is measured, each with its sizes
	 * @param missing what happens when a check-in or a session is missing
	 * @param instruments what we ask with, and under which terms
	 */
	record CareOverTime(List<OutcomeGroup> outcomes, List<CareRule> cautions, List<Named> measures,
			List<String> missing, List<Named> instruments) {
	}

	/**
	 * An outcome with the rules that lead to it.
	 *
	 * @param id its id
	 * @param name what it is called
	 * @param words what the client reads first
	 * @param rules its rules; none for the one that is left when no rule holds
	 */
	record OutcomeGroup(String id, String name, String words, List<CareRule> rules) {
	}

	/**
	 * A rule of the follow-up in sentences.
	 *
	 * @param id its id
	 * @param title what it is about, or what the therapist reads
	 * @param origin where it comes from
	 * @param when when it holds; one sentence for each way
	 * @param remarks more sentences
	 * @param sources what stands behind it
	 */
	record CareRule(String id, String title, Origin origin, List<String> when, List<String> remarks,
			List<Citation> sources) {
	}

	/**
	 * Something with a name and what it is.
	 *
	 * @param name its name
	 * @param means what it is
	 */
	record Named(String name, String means) {
	}

	/**
	 * What research says.
	 *
	 * @param text the line
	 * @param sources what stands behind it
	 */
	record Evidence(String text, List<Citation> sources) {
	}

	/**
	 * A section of the document.
	 *
	 * @param id its id
	 * @param title its title
	 * @param stories what it explains, in our words
	 * @param rules ids of the rules that come from it
	 */
	record DocumentPart(String id, String title, List<Story> stories, List<String> rules) {
	}

	/**
	 * Published sources that were read in the same way.
	 *
	 * @param how how they were read
	 * @param note a warning, for what is no source
	 * @param sources the sources
	 */
	record RegisterPart(String how, @Nullable String note, List<RegisteredSource> sources) {
	}

	/**
	 * A published source.
	 *
	 * @param source the source
	 * @param link where it can be read, when that is an address on the web
	 * @param place where it is in words, when the link does not say it all
	 * @param terms its licence, when one is stated
	 * @param rules ids of the rules that name it
	 */
	record RegisteredSource(Source source, @Nullable String link, @Nullable String place, @Nullable String terms,
			List<String> rules) {
	}

}
