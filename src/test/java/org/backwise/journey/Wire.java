package org.backwise.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
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

	private boolean asks = true;

	private boolean answers = true;

	private Iterator<String> until = List.<String>of().iterator();

	private String awaited = "";

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
		set(false, false, List.of());
	}

	/**
	 * What is sent gets through, and nothing comes back once these words were sent in
	 * this order.
	 */
	void loseTheAnswerTo(String... words) {
		set(true, true, List.of(words));
	}

	/** All gets through, and what was held back as well. */
	void recover() {
		set(true, true, List.of());
	}

	private void set(boolean asks, boolean answers, List<String> words) {
		this.lock.lock();
		try {
			this.asks = asks;
			this.answers = answers;
			this.until = words.iterator();
			this.awaited = this.until.hasNext() ? this.until.next() : "";
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
				thread(() -> pass(client, server, true));
				thread(() -> pass(server, client, false));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private void pass(Socket from, Socket to, boolean asking) {
		byte[] bytes = new byte[8192];
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
				if (asking) {
					look(new String(Arrays.copyOf(bytes, read), StandardCharsets.ISO_8859_1));
				}
				await(asking);
				out.write(bytes, 0, read);
			}
			await(asking);
		}
		catch (IOException ex) {
			// One of the two hung up.
		}
	}

	private void look(String sent) {
		this.lock.lock();
		try {
			int from = 0;
			while (!this.awaited.isEmpty() && sent.indexOf(this.awaited, from) >= 0) {
				from = sent.indexOf(this.awaited, from) + this.awaited.length();
				this.awaited = this.until.hasNext() ? this.until.next() : "";
				this.answers = !this.awaited.isEmpty();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void await(boolean asking) {
		this.lock.lock();
		try {
			while (!(asking ? this.asks : this.answers)) {
				this.changed.awaitUninterruptibly();
			}
		}
		finally {
			this.lock.unlock();
		}
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
