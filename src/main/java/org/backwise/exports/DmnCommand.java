package org.backwise.exports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backwise.knowledge.KnowledgeException;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;

/**
 * The command line {@code dmn-export <file> [knowledge folder]}: writes the rules as a
 * DMN file without starting the application.
 */
public final class DmnCommand {

	/** The first argument that asks for this command. */
	public static final String NAME = "dmn-export";

	private DmnCommand() {
	}

	/**
	 * Runs the command.
	 * @param arguments what follows the command's name: a file, and optionally the folder
	 * of the practice's own knowledge files
	 * @param out where it says what it did
	 * @return the exit code: 0 when the file was written, 2 when the arguments are wrong,
	 * 1 for anything else
	 */
	public static int run(List<String> arguments, PrintStream out) {
		if (arguments.isEmpty() || arguments.size() > 2) {
			out.println("Usage: " + NAME + " <file> [knowledge folder]");
			return 2;
		}
		try {
			KnowledgeFiles files = (arguments.size() == 2) ? KnowledgeFiles.in(Path.of(arguments.get(1)))
					: KnowledgeFiles.builtIn();
			Path file = Path.of(arguments.get(0));
			Files.writeString(file, DmnDocument.of(new KnowledgeReader().read(files)));
			out.println("Written: " + file);
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
