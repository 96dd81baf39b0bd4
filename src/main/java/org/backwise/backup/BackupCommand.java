package org.backwise.backup;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import org.backwise.journal.Action;
import org.backwise.journal.JournalElsewhere;

/**
 * The command line {@code backup}: makes a backup of the database that the settings name.
 * While the program holds its H2 file, the program is asked to make it.
 */
public final class BackupCommand {

	/** The first argument that asks for this command. */
	public static final String NAME = "backup";

	/**
	 * H2: another process has the file; H2: there is no file. PostgreSQL: no database.
	 */
	private static final int H2_IN_USE = 90020;

	private static final int H2_ABSENT = 90146;

	private static final String POSTGRES_ABSENT = "3D000";

	private final PrintStream out;

	private final CommandWords words = new CommandWords();

	private final CommandSettings settings;

	private BackupCommand(CommandSettings settings, PrintStream out) {
		this.settings = settings;
		this.out = out;
	}

	/**
	 * Runs the command.
	 * @param arguments what follows the command's name: settings
	 * @param out where it says what it did
	 * @return the exit code: 0 when there is a new, checked backup, 2 when the arguments
	 * are wrong, 1 for anything else
	 */
	public static int run(List<String> arguments, PrintStream out) {
		CommandWords words = new CommandWords();
		if (!arguments.stream().allMatch((argument) -> argument.startsWith("--"))) {
			out.println(words.of("backup.command.backup.usage"));
			return 2;
		}
		try {
			return new BackupCommand(CommandSettings.read(arguments), out).backUp();
		}
		catch (BackupFailedException ex) {
			out.println(words.of(ex));
			return 1;
		}
	}

	private int backUp() {
		this.settings.backup().place();
		this.settings.backup().key();
		Engine.of(this.settings.access(), this.settings.backup()).requireKept();
		Access access = this.settings.access();
		// H2 would leave a file of root's there that says that the database is in use.
		String there = access.url().startsWith(H2Engine.SCHEME) ? access.url() + ";IFEXISTS=TRUE;TRACE_LEVEL_FILE=0"
				: access.url();
		SingleConnectionDataSource live = new SingleConnectionDataSource(there, access.user(), access.password(), true);
		try (Connection connection = live.getConnection()) {
			connection.isReadOnly();
		}
		catch (SQLException ex) {
			return cannotOpen(ex);
		}
		try {
			return backUp(live);
		}
		finally {
			live.destroy();
		}
	}

	private int backUp(SingleConnectionDataSource live) {
		BackupMaker maker = new BackupMaker(this.settings.access(), live, this.settings.backup(), Clock.systemUTC(),
				ZoneId.systemDefault());
		BackupRun run = BackupKeeper.attempt(maker, Kind.BY_HAND, Clock.systemUTC());
		keep(run, live);
		return tell(run.trouble(), run.about(), run.file());
	}

	private int tell(@Nullable Trouble trouble, String about, @Nullable String file) {
		this.out.println((trouble != null) ? this.words.of(trouble, about)
				: this.words.of("backup.command.made", this.settings.backup().place().resolve(String.valueOf(file))));
		return (trouble != null) ? 1 : 0;
	}

	/** A database of an earlier version has no place for it. */
	private void keep(BackupRun run, SingleConnectionDataSource live) {
		try {
			new JournalElsewhere(live).note(run.isGood() ? Action.BACKUP_MADE : Action.BACKUP_FAILED, run.endedAt(),
					() -> new BackupRuns(JdbcClient.create(live)).add(run));
		}
		catch (NestedRuntimeException ex) {
			this.out.println(this.words.of("backup.command.not-kept"));
		}
	}

	private int cannotOpen(SQLException failure) {
		if (failure.getErrorCode() == H2_IN_USE) {
			return askTheProgram();
		}
		boolean absent = failure.getErrorCode() == H2_ABSENT || POSTGRES_ABSENT.equals(failure.getSQLState());
		throw new BackupFailedException(absent ? Trouble.NO_DATABASE : Trouble.DATABASE, "", failure);
	}

	private int askTheProgram() {
		Requests.Answer answer = new Requests(this.settings.backup().place()).ask();
		return tell(answer.trouble(), answer.about(), answer.file());
	}

}
