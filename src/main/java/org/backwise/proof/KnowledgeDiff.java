package org.backwise.proof;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeException;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.proof.Difference.Change;

/**
 * The command {@code knowledge-diff A B}: what folder B decides otherwise than folder A.
 * {@code built-in} stands for the files that come with the application.
 */
public final class KnowledgeDiff {

	/** The name of the command. */
	public static final String COMMAND = "knowledge-diff";

	/** Nothing gets looser. */
	public static final int NOT_LOOSER = 0;

	/** The command or the folders cannot be used. */
	public static final int UNUSABLE = 2;

	/** Something gets looser. */
	public static final int LOOSER = 3;

	private static final String BUILT_IN = "built-in";

	private KnowledgeDiff() {
	}

	/**
	 * Runs the command.
	 * @param args the command's name and two folders
	 * @param out where to write
	 * @return the exit code
	 */
	public static int run(String[] args, PrintStream out) {
		if (args.length != 3) {
			out.println("Usage: " + COMMAND + " <running folder> <candidate folder>   (built-in for our own files)");
			return UNUSABLE;
		}
		try {
			Difference difference = Differences.between(read(args[1]), read(args[2]));
			print(difference, out);
			return difference.isLooser() ? LOOSER : NOT_LOOSER;
		}
		catch (KnowledgeException | IllegalArgumentException ex) {
			out.println(ex.getMessage());
			return UNUSABLE;
		}
	}

	private static KnowledgeBase read(String folder) {
		return new KnowledgeReader()
			.read(folder.equals(BUILT_IN) ? KnowledgeFiles.builtIn() : KnowledgeFiles.in(Path.of(folder)));
	}

	private static void print(Difference difference, PrintStream out) {
		out.println("Running:   " + difference.running());
		out.println("Candidate: " + difference.candidate());
		out.println("Compared on " + Numbers.grouped(difference.sheets()) + " answer sheets.");
		if (difference.isNone()) {
			out.println("Every one of them is decided as before.");
			return;
		}
		out.println("Looser outcome:  " + Numbers.grouped(difference.looser()) + " sheets");
		out.println("Tighter outcome: " + Numbers.grouped(difference.tighter()) + " sheets");
		print("Outcomes", difference.outcomes(), out);
		print("Rule by rule", difference.rules(), out);
		difference.notes().forEach((note) -> out.println("  " + note));
		out.println(difference.isLooser() ? "SOMETHING GETS LOOSER." : "Nothing gets looser.");
	}

	private static void print(String title, List<Change> changes, PrintStream out) {
		if (!changes.isEmpty()) {
			out.println(title + ":");
		}
		for (Change change : changes) {
			out.println("  " + change.direction().name().toLowerCase(java.util.Locale.ROOT) + ": " + change.what()
					+ " on " + Numbers.grouped(change.sheets()) + " sheets");
			out.println("    smallest example: " + change.example().inWords());
		}
	}

}
