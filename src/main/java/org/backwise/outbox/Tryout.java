package org.backwise.outbox;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends one letter at once, to see whether the server takes it. It waits no longer than a
 * person does, and holds no connection to the database meanwhile.
 */
@Component
class Tryout implements DisposableBean {

	private static final int SECONDS = 25;

	private static final int LONGEST_WORDS = 300;

	private final Carriers carriers;

	private final MailWriter letters;

	/** No more than two owners at a time. */
	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, 2, 10, TimeUnit.SECONDS,
			new SynchronousQueue<>(), (task) -> {
				Thread thread = new Thread(task, "outbox-tryout");
				thread.setDaemon(true);
				return thread;
			});

	Tryout(Carriers carriers, MailWriter letters) {
		this.carriers = carriers;
		this.letters = letters;
	}

	/**
	 * Why a letter was not taken.
	 *
	 * @param trouble why
	 * @param said the words of the server, empty for none
	 */
	record Answer(Trouble trouble, String said) {
	}

	/** Sends it; empty when the server took it. */
	Optional<Answer> send(MailSettings settings, MailAddress to) {
		Letter letter = this.letters.test(to.text(), UUID.randomUUID().toString());
		try {
			Future<Optional<Answer>> answer = this.threads.submit(() -> carried(settings, letter));
			return answer.get(SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException | RejectedExecutionException ex) {
			return Optional.of(new Answer(Trouble.SILENT, ""));
		}
		catch (ExecutionException ex) {
			return Optional.of(new Answer(Trouble.OTHER, ""));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.of(new Answer(Trouble.OTHER, ""));
		}
	}

	private Optional<Answer> carried(MailSettings settings, Letter letter) {
		try (Carriers.Round round = this.carriers.round(settings.hurried())) {
			round.carry(letter);
			return Optional.empty();
		}
		catch (NotSentException ex) {
			String said = MimeLetter.oneLine(ex.said());
			return Optional.of(new Answer(ex.trouble(),
					(said.length() > LONGEST_WORDS) ? said.substring(0, LONGEST_WORDS) : said));
		}
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

}
