package org.backwise.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Consent;
import org.backwise.journal.Journal;
import org.backwise.staff.Role;
import org.backwise.staff.StaffMember;
import org.backwise.triage.Assessment.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** Many cases go through; no more than a page of them is ever held. */
class CasePagesTests {

	private static final int MANY = 200_000;

	private static final int PAGE = 100;

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-01T09:00:00Z"), ZoneOffset.UTC);

	private final Cases cases = Mockito.mock(Cases.class, Mockito.withSettings().stubOnly());

	private final Journal journal = Mockito.mock(Journal.class, Mockito.withSettings().stubOnly());

	private final TransactionTemplate transaction = new TransactionTemplate() {

		private static final long serialVersionUID = 1;

		@Override
		public void executeWithoutResult(Consumer<TransactionStatus> action) {
			action.accept(Mockito.mock(TransactionStatus.class, Mockito.withSettings().stubOnly()));
		}

	};

	private final StaffMember owner = new StaffMember(UUID.randomUUID(), "Olga", Role.OWNER);

	private final CasePages pages = new CasePages(this.cases, this.journal, this.transaction, CLOCK);

	@Test
	void manyCasesNeedNoMoreThanAPage() throws IOException {
		AtomicLong next = new AtomicLong();
		BDDMockito.given(this.cases.sentBefore(Mockito.any(), Mockito.any(), Mockito.any(), Mockito.anyInt()))
			.willAnswer((call) -> page(call.getArgument(1), next, MANY));
		AtomicLong made = new AtomicLong();
		AtomicLong written = new AtomicLong();
		AtomicLong most = new AtomicLong();
		AtomicLong bytes = new AtomicLong();
		Sheet sheet = new Sheet(counting(bytes), List.of("Reference"), new Sheet.Shape(false, true));
		this.pages.each(this.owner, (theCase) -> {
			most.accumulateAndGet(made.incrementAndGet() - written.get(), Math::max);
			return theCase.reference();
		}, (reference) -> {
			written.incrementAndGet();
			sheet.add(List.of(reference));
		});
		assertThat(bytes.get()).as("goes out while it is read").isGreaterThan(1_500_000);
		assertThat(written.get()).isEqualTo(MANY);
		assertThat(most.get()).isLessThanOrEqualTo(PAGE);
	}

	@Test
	void whatWasErasedMeanwhileIsLeftOut() throws IOException {
		AtomicLong next = new AtomicLong();
		BDDMockito.given(this.cases.sentBefore(Mockito.any(), Mockito.any(), Mockito.any(), Mockito.anyInt()))
			.willAnswer((call) -> page(call.getArgument(1), next, 3));
		BDDMockito.given(this.cases.find(Mockito.any())).willReturn(Optional.empty());
		List<String> written = new ArrayList<>();
		this.pages.each(this.owner, (theCase) -> {
			if (theCase.reference().endsWith("1")) {
				throw new IllegalStateException("no rounds");
			}
			return theCase.reference();
		}, written::add);
		assertThat(written).containsExactly("R0", "R2");
	}

	private static List<Case> page(Outcome outcome, AtomicLong next, int all) {
		List<Case> page = new ArrayList<>();
		while (outcome == Outcome.values()[0] && page.size() < PAGE && next.get() < all) {
			page.add(new Case(new CaseId(new UUID(0, next.get())), "R" + next.getAndIncrement(),
					new Consent("test", CLOCK.instant()), CLOCK.instant(), null, Optional.empty(), Optional.empty()));
		}
		return page;
	}

	private static OutputStream counting(AtomicLong bytes) {
		return new OutputStream() {

			@Override
			public void write(int value) {
				bytes.incrementAndGet();
			}

			@Override
			public void write(byte[] some, int from, int length) {
				bytes.addAndGet(length);
			}

		};
	}

}
