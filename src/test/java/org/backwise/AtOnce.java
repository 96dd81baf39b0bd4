package org.backwise;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people, or one who clicks twice. */
public final class AtOnce {

	private AtOnce() {
	}

	/**
	 * Does things at the same moment and waits for all of them.
	 * @param acts what to do
	 * @return what each of them gave
	 */
	public static <T> List<T> all(List<Callable<T>> acts) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(acts.size());
		try {
			List<T> given = new ArrayList<>();
			for (Future<T> done : people.invokeAll(acts)) {
				given.add(done.get());
			}
			return given;
		}
		finally {
			people.shutdownNow();
		}
	}

}
