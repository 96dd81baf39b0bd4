package org.backwise.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.hours.OpeningHours;
import org.backwise.practice.Practice;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;
import org.backwise.staff.StaffAccounts;

/**
 * Makes calendar files. A client's names the practice, the staff's the reference and the
 * room: what leaves the house names no client and nothing of health.
 */
@Service
class Calendars {

	private static final String CLIENT = "client";

	private static final String PRACTICE = "practice";

	private final Slots slots;

	private final Handouts handouts;

	private final Cases cases;

	private final CarePlans plans;

	private final StaffAccounts staff;

	private final OpeningHours hours;

	private final PracticeNow practice;

	private final Words words;

	Calendars(Slots slots, Handouts handouts, Cases cases, CarePlans plans, StaffAccounts staff, OpeningHours hours,
			PracticeNow practice, Words words) {
		this.slots = slots;
		this.handouts = handouts;
		this.cases = cases;
		this.plans = plans;
		this.staff = staff;
		this.hours = hours;
		this.practice = practice;
		this.words = words;
	}

	/**
	 * The sessions of a client that calendars would be told of, and hands none out.
	 * @param theCase the case
	 * @return those with a firm day that are still to come or were cancelled, in order
	 */
	List<Slot> toCome(Case theCase) {
		return this.slots.of(theCase).stream().filter((slot) -> !slot.day().isBefore(this.handouts.today())).toList();
	}

	/**
	 * The running block of a client, as a file to take once.
	 * @param theCase the case
	 * @return empty when there is nothing to tell
	 */
	Optional<String> block(Case theCase) {
		int from = this.plans.of(theCase.id()).map(CarePlan::block).map(CarePlan.Block::from).orElse(1);
		List<Handed> block = handOut(theCase).stream().filter((one) -> one.slot().number() >= from).toList();
		return block.isEmpty() ? Optional.empty() : Optional.of(ofClient(block));
	}

	/**
	 * What a feed says now.
	 * @param feed the feed
	 * @return a calendar file, empty when its client was erased meanwhile
	 */
	Optional<String> of(Feed feed) {
		return switch (feed.kind()) {
			case CLIENT -> this.cases.find(new CaseId(Objects.requireNonNull(feed.caseId())))
				.map((theCase) -> ofClient(handOut(theCase)));
			case THERAPIST -> Optional.of(ofStaff(feed.account()));
			case PRACTICE -> Optional.of(ofStaff(null));
		};
	}

	private List<Handed> handOut(Case theCase) {
		return this.handouts.handOut(CLIENT, theCase.id(), () -> this.slots.of(theCase));
	}

	private String ofClient(List<Handed> told) {
		Practice now = this.practice.now();
		@Nullable String more = now.phone().isBlank() ? null : this.words.of("calendar.event.call", now.phone());
		return CalendarFile.text(name("calendar.name"), publisher(),
				told.stream()
					.map((one) -> new CalendarFile.Event(CLIENT, one, summary(one, massage(one, now.name())),
							now.address(), more))
					.toList());
	}

	private String massage(Handed one, String practiceName) {
		return practiceName.isBlank() ? this.words.of("calendar.event", one.slot().minutes())
				: this.words.of("calendar.event.at", one.slot().minutes(), practiceName);
	}

	private String ofStaff(@Nullable UUID therapist) {
		String audience = (therapist != null) ? therapist.toString() : PRACTICE;
		List<Handed> told = this.handouts.handOut(audience, null,
				() -> this.slots.ofDiary(this.handouts.from(), therapist));
		Map<UUID, String> names = new HashMap<>();
		this.staff.all().forEach((member) -> names.put(member.id(), member.name()));
		String place = this.practice.now().address();
		String name = (therapist == null) ? name("calendar.name.practice") : name("calendar.name.own");
		return CalendarFile.text(name, publisher(),
				told.stream()
					.map((one) -> new CalendarFile.Event(audience, one,
							summary(one, staffed(one.slot(), (therapist == null) ? names : Map.of())), place, null))
					.toList());
	}

	/** Length, reference and room; who treats where it is not one's own calendar. */
	private String staffed(Slot slot, Map<UUID, String> names) {
		List<String> parts = new ArrayList<>();
		parts.add(this.words.of("calendar.event", slot.minutes()));
		parts.add(slot.reference());
		Optional.ofNullable(slot.room()).flatMap(this.hours::room).ifPresent((room) -> parts.add(room.name()));
		Optional.ofNullable(slot.therapist()).map(names::get).ifPresent(parts::add);
		return String.join(" · ", parts);
	}

	/** Many calendars show no status, so that the title says it too. */
	private String summary(Handed one, String title) {
		return switch (one.slot().status()) {
			case CONFIRMED -> title;
			case TENTATIVE -> this.words.of("calendar.event.tentative", title);
			case CANCELLED -> this.words.of("calendar.event.cancelled", title);
		};
	}

	private CalendarFile.Publisher publisher() {
		return new CalendarFile.Publisher(practiceName(), this.practice.now().email());
	}

	private String name(String key) {
		return this.words.of(key, practiceName());
	}

	private String practiceName() {
		String name = this.practice.now().name();
		return name.isBlank() ? "Backwise" : name;
	}

}
