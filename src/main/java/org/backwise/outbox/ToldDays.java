package org.backwise.outbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.care.Attendance;
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.LiveSession;
import org.backwise.cases.CaseId;
import org.backwise.diary.Appointment;
import org.backwise.diary.Appointments;

/**
 * The firm sessions to come as one short text, to tell whether anything changed for the
 * client since they were told.
 */
@Component
class ToldDays {

	/** No session is to come. */
	static final String NONE = "";

	private static final String CANCELLED = "x";

	private final CarePlans plans;

	private final Attendance sessions;

	private final Appointments appointments;

	private final Clock clock;

	ToldDays(CarePlans plans, Attendance sessions, Appointments appointments, Clock clock) {
		this.plans = plans;
		this.sessions = sessions;
		this.appointments = appointments;
		this.clock = clock;
	}

	/** What holds now, such as {@code 3=2027-03-15T10:00,4=x2027-03-22}. */
	String of(CaseId id) {
		CarePlan plan = this.plans.of(id).orElse(null);
		if (plan == null) {
			return NONE;
		}
		LocalDate today = LocalDate.now(this.clock);
		Map<Integer, Appointment> times = this.appointments.of(id);
		return this.sessions.of(id)
			.stream()
			.filter((session) -> plan.isFirm(session.number()) && !session.day().isBefore(today))
			.filter((session) -> session.isOpen() || session.state().isCancelled())
			.map((session) -> session.number() + "=" + one(session, times.get(session.number())))
			.collect(Collectors.joining(","));
	}

	private static String one(LiveSession session, @Nullable Appointment at) {
		return session.isOpen() ? session.day() + ((at != null && at.start() != null) ? "T" + at.start() : "")
				: CANCELLED + session.day();
	}

	/**
	 * Whether a client who was told one thing has to be told the other. A session that
	 * took place or was missed is no news; neither is one that was cancelled before it
	 * was told.
	 */
	static boolean isNews(String told, String now) {
		Map<String, String> before = read(told);
		return read(now).entrySet()
			.stream()
			.filter((one) -> before.containsKey(one.getKey()) || !one.getValue().startsWith(CANCELLED))
			.anyMatch((one) -> !Objects.equals(before.get(one.getKey()), one.getValue()));
	}

	/** Whether any of the sessions is to come. */
	static boolean hasSessions(String days) {
		return read(days).values().stream().anyMatch((one) -> !one.startsWith(CANCELLED));
	}

	private static Map<String, String> read(String text) {
		return Stream.of(text.split(","))
			.filter((one) -> one.contains("="))
			.map((one) -> one.split("=", 2))
			.collect(Collectors.toMap((one) -> one[0], (one) -> one[1], (one, other) -> other, LinkedHashMap::new));
	}

}
