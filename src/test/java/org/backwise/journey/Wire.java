package org.backwise.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A network between the application and its database that can fall silent: it takes what
 * is sent and hands nothing on, as one that swallows packets does, until it is told to.
 */
final class Wire implements AutoCloseable {

	private final ServerSocket here;

	private final int there;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private boolean silent;

	/** What is lost next. */
	private Loss loss = Loss.NOTHING;

	private List<String> awaited = List.of();

	Wire(int there) throws IOException {
		this.here = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		this.there = there;
		thread(this::accept);
	}

	int port() {
		return this.here.getLocalPort();
	}

	/** Nothing gets through any more. */
	void fallSilent() {
		set(true, Loss.NOTHING);
	}

	/**
	 * The first connection on which these words are sent, in this order, is never
	 * answered again from the last of them on.
	 */
	void loseTheAnswerTo(String... words) {
		set(false, Loss.ANSWER, words);
	}

	/** The same, and the words do not get through either. */
	void lose(String... words) {
		set(false, Loss.ALL, words);
	}

	/** Whether the words that were to be lost were sent. */
	boolean hasLost() {
		this.lock.lock();
		try {
			return this.awaited.isEmpty();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** All gets through again, and what was held back as well. */
	void recover() {
		set(false, Loss.NOTHING);
	}

	private void set(boolean silent, Loss loss, String... words) {
		this.lock.lock();
		try {
			this.silent = silent;
			this.loss = loss;
			this.awaited = List.of(words);
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.here.accept();
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.there);
				Line line = new Line();
				thread(() -> pass(client, server, line, true));
				thread(() -> pass(server, client, line, false));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private void pass(Socket from, Socket to, Line line, boolean asking) {
		byte[] bytes = new byte[8192];
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
				if (asking) {
					look(new String(bytes, 0, read, StandardCharsets.ISO_8859_1), line);
				}
				if (gets(line, asking)) {
					out.write(bytes, 0, read);
				}
			}
			gets(line, asking);
		}
		catch (IOException ex) {
			// One of the two hung up.
		}
	}

	private void look(String sent, Line line) {
		this.lock.lock();
		try {
			int from = 0;
			while (line.seen < this.awaited.size() && sent.indexOf(this.awaited.get(line.seen), from) >= 0) {
				from = sent.indexOf(this.awaited.get(line.seen), from) + 1;
				line.seen++;
			}
			if (!this.awaited.isEmpty() && line.seen == this.awaited.size()) {
				line.loss = this.loss;
				this.awaited = List.of();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Waits while there is silence; says whether it gets through then. */
	private boolean gets(Line line, boolean asking) {
		this.lock.lock();
		try {
			while (this.silent) {
				this.changed.awaitUninterruptibly();
			}
			return asking ? line.loss != Loss.ALL : line.loss == Loss.NOTHING;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** What does not get through. */
	private enum Loss {

		NOTHING, ANSWER, ALL

	}

	/** One connection. */
	private static final class Line {

		private int seen;

		private Loss loss = Loss.NOTHING;

	}

	private static void thread(Runnable task) {
		Thread thread = new Thread(task, "wire");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.here.close();
		recover();
	}

}
