package org.backwise.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * What it costs that nothing is acknowledged before it is on the disk: inserts with a
 * commit each into an H2 file, written only, forced by each thread, and forced once for
 * all who wait.
 */
final class ForceTimes {

	private static final long ROUND_NANOS = 4_000_000_000L;

	private static final String ROW = "x".repeat(400);

	private ForceTimes() {
	}

	public static void main(String[] arguments) throws Exception {
		for (int threads : new int[] { 1, 4, 16 }) {
			double written = commits(threads, (connection) -> {
			});
			double each = commits(threads, ForceTimes::force);
			GroupForce group = new GroupForce();
			double shared = commits(threads, (connection) -> group.force(() -> force(connection)));
			System.out.printf(
					"%2d threads: written only %,.0f commits a second; forced by each %,.0f (%.2f of written only); "
							+ "one force for all who wait %,.0f (%.2f of written only, %.1f times forced by each)%n",
					threads, written, each, each / written, shared, shared / written, shared / each);
		}
	}

	private static double commits(int threads, Disk disk) throws Exception {
		Path folder = Files.createTempDirectory("forces");
		String url = "jdbc:h2:file:" + folder.resolve("db") + ";WRITE_DELAY=0";
		ExecutorService people = Executors.newFixedThreadPool(threads);
		try (Connection kept = DriverManager.getConnection(url); Statement statement = kept.createStatement()) {
			statement.execute("create table kept (id bigint auto_increment primary key, words varchar(500))");
			round(people, threads, url, disk);
			return round(people, threads, url, disk);
		}
		finally {
			people.shutdownNow();
			remove(folder);
		}
	}

	private static double round(ExecutorService people, int threads, String url, Disk disk)
			throws InterruptedException, ExecutionException {
		long begun = System.nanoTime();
		List<Future<Long>> all = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			all.add(people.submit(() -> insert(url, disk, begun + ROUND_NANOS)));
		}
		long commits = 0;
		for (Future<Long> one : all) {
			commits += one.get();
		}
		return commits * 1e9 / (System.nanoTime() - begun);
	}

	private static long insert(String url, Disk disk, long until) throws SQLException {
		long commits = 0;
		try (Connection connection = DriverManager.getConnection(url);
				PreparedStatement insert = connection.prepareStatement("insert into kept (words) values (?)")) {
			connection.setAutoCommit(false);
			while (System.nanoTime() < until) {
				insert.setString(1, ROW);
				insert.executeUpdate();
				connection.commit();
				disk.keep(connection);
				commits++;
			}
		}
		return commits;
	}

	private static void force(Connection connection) throws SQLException {
		try (Statement checkpoint = connection.createStatement()) {
			checkpoint.execute("checkpoint sync");
		}
	}

	private static void remove(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	/** What is done after a commit. */
	private interface Disk {

		void keep(Connection connection) throws SQLException;

	}

}
