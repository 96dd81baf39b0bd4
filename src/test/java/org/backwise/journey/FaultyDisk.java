package org.backwise.journey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk under H2 that a test can fill or cut the power of: {@code jdbc:h2:faulty:/path}.
 * What is written goes to the file at once, as into the memory of a system; what was
 * forced is known apart.
 */
public class FaultyDisk extends FilePathWrapper {

	static final String SCHEME = "faulty";

	private static final Map<String, Surface> SURFACES = new ConcurrentHashMap<>();

	private static volatile boolean full;

	private static volatile boolean broken;

	static {
		FilePath.register(new FaultyDisk());
	}

	/** The address of a database on it. */
	static String url(Path database) {
		return "jdbc:h2:" + SCHEME + ":" + database + ";WRITE_DELAY=0";
	}

	/** From now on nothing more can be written. */
	static void fill(boolean now) {
		full = now;
	}

	/** From now on nothing can be forced. */
	static void breakForce(boolean now) {
		broken = now;
	}

	/** How often a database was forced. */
	static int forces(Path database) {
		return surface(database).forces();
	}

	/**
	 * What a power cut at this moment leaves: all that was forced, and of the rest
	 * whatever happened to reach the disk, in any order.
	 * @param to a new file for it
	 */
	static void cutPower(Path database, Random chance, Path to) throws IOException {
		Files.write(to, surface(database).after(chance));
	}

	private static Surface surface(Path database) {
		return SURFACES.get(database + ".mv.db");
	}

	@Override
	public String getScheme() {
		return SCHEME;
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		String file = getBase().toString();
		Surface surface = SURFACES.computeIfAbsent(file, (name) -> new Surface());
		return new Channel(getBase().open(mode), surface);
	}

	/** A piece that was written. A null text stands for a cut to that length. */
	private record Write(long at, byte @org.jspecify.annotations.Nullable [] bytes) {
	}

	private static final class Surface {

		private final Image forced = new Image(new byte[1 << 24], 0);

		private final List<Write> since = new ArrayList<>();

		private int forces;

		synchronized void wrote(long at, byte @org.jspecify.annotations.Nullable [] bytes) {
			this.since.add(new Write(at, bytes));
		}

		/**
		 * All that came before the force began is on disk; what came meanwhile may be.
		 */
		synchronized int mark() {
			return this.since.size();
		}

		synchronized void forced(int mark) {
			this.since.subList(0, mark).forEach(this.forced::apply);
			this.since.subList(0, mark).clear();
			this.forces++;
		}

		synchronized int forces() {
			return this.forces;
		}

		synchronized byte[] after(Random chance) {
			Image left = new Image(this.forced.bytes.clone(), this.forced.length);
			this.since.stream().filter((write) -> chance.nextBoolean()).forEach(left::apply);
			return Arrays.copyOf(left.bytes, left.length);
		}

	}

	private static final class Image {

		private byte[] bytes;

		private int length;

		Image(byte[] bytes, int length) {
			this.bytes = bytes;
			this.length = length;
		}

		void apply(Write write) {
			int at = (int) write.at();
			if (write.bytes() == null) {
				this.length = Math.min(this.length, at);
				return;
			}
			int end = at + write.bytes().length;
			if (end > this.bytes.length) {
				this.bytes = Arrays.copyOf(this.bytes, 2 * end);
			}
			if (at > this.length) {
				Arrays.fill(this.bytes, this.length, at, (byte) 0);
			}
			System.arraycopy(write.bytes(), 0, this.bytes, at, write.bytes().length);
			this.length = Math.max(this.length, end);
		}

	}

	private static final class Channel extends FileBaseDefault {

		private final FileChannel base;

		private final Surface surface;

		Channel(FileChannel base, Surface surface) {
			this.base = base;
			this.surface = surface;
		}

		@Override
		public long size() throws IOException {
			return this.base.size();
		}

		@Override
		public int read(ByteBuffer to, long at) throws IOException {
			return this.base.read(to, at);
		}

		@Override
		public synchronized int write(ByteBuffer from, long at) throws IOException {
			if (full) {
				throw new IOException("No space left on device");
			}
			byte[] bytes = new byte[from.remaining()];
			from.duplicate().get(bytes);
			int written = this.base.write(from, at);
			this.surface.wrote(at, Arrays.copyOf(bytes, written));
			return written;
		}

		@Override
		protected void implTruncate(long length) throws IOException {
			this.base.truncate(length);
			this.surface.wrote(length, null);
		}

		@Override
		public void force(boolean metaData) throws IOException {
			if (broken) {
				throw new IOException("Input/output error");
			}
			int mark = this.surface.mark();
			this.base.force(metaData);
			this.surface.forced(mark);
		}

		@Override
		public FileLock tryLock(long position, long size, boolean shared) throws IOException {
			return this.base.tryLock(position, size, shared);
		}

		@Override
		protected void implCloseChannel() throws IOException {
			this.base.close();
		}

	}

}
