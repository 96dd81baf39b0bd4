package org.backwise.exports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backwise.knowledge.KnowledgeException;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;

/**
 * The command line {@code dmn-export [--version=1.3] <file> [knowledge folder]}: writes
 * the rules as a DMN file without starting the application.
 */
public final class DmnCommand {

	/** The first argument that asks for this command. */
	public static final String NAME = "dmn-export";

	private static final String VERSION = "--version=";

	private DmnCommand() {
	}

	/**
	 * Runs the command.
	 * @param arguments what follows the command's name: optionally the version of DMN, a
	 * file, and optionally the folder of the practice's own knowledge files
	 * @param out where it says what it did
	 * @return the exit code: 0 when the file was written, 2 when the arguments are wrong,
	 * 1 for anything else
	 */
	public static int run(List<String> arguments, PrintStream out) {
		boolean asks = !arguments.isEmpty() && arguments.get(0).startsWith(VERSION);
		Optional<DmnVersion> version = asks ? DmnVersion.numbered(arguments.get(0).substring(VERSION.length()))
				: Optional.of(DmnVersion.DEFAULT);
		List<String> paths = asks ? arguments.subList(1, arguments.size()) : arguments;
		if (version.isEmpty() || paths.isEmpty() || paths.size() > 2) {
			out.println(
					"Usage: " + NAME + " [" + VERSION + "<one of " + DmnVersion.all() + ">] <file> [knowledge folder]");
			return 2;
		}
		return write(version.get(), paths, out);
	}

	private static int write(DmnVersion version, List<String> paths, PrintStream out) {
		try {
			KnowledgeFiles files = (paths.size() == 2) ? KnowledgeFiles.in(Path.of(paths.get(1)))
					: KnowledgeFiles.builtIn();
			Path file = Path.of(paths.get(0));
			Files.writeString(file, DmnDocument.of(new KnowledgeReader().read(files), version));
			out.println("Written: " + file + ", DMN " + version);
			return 0;
		}
		catch (KnowledgeException | IllegalArgumentException ex) {
			out.println(ex.getMessage());
		}
		catch (IOException ex) {
			out.println("The file cannot be written: " + ex.getMessage());
		}
		return 1;
	}

}
