package org.backwise.intake;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.KnownReach;
import org.backwise.cases.Suits;
import org.backwise.practice.EmailText;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;
import org.backwise.practice.Phone;
import org.backwise.practice.Phones;

/**
 * What somebody typed about themselves, right or wrong.
 *
 * @param name what to call them
 * @param phone a telephone number
 * @param email an e-mail address
 * @param willCall whether they call the practice themselves
 * @param firstDay the day on which they would like to begin, as the browser sent it
 * @param days the days of the week that suit, or {@code any}
 * @param parts the parts of the day that suit, or {@code any}
 * @param seen the mark of what was known when it was shown
 */
record DetailsForm(@Nullable String name, @Nullable String phone, @Nullable String email, @Nullable String willCall,
		@Nullable String firstDay, @Nullable Set<String> days, @Nullable Set<String> parts, @Nullable String seen) {

	/** Every day of the week, or every time of the day. */
	static final String ANY = "any";

	/** The longest name that can be kept, in characters. */
	static final int LONGEST_NAME = 100;

	private static final String TICKED = "true";

	private static final int MONTHS_AHEAD = 12;

	private static final String[] DAYS = { "d/M/uuuu", "d.M.uuuu", "d M uuuu" };

	/** A form in which nothing was typed yet. */
	static DetailsForm blank() {
		return new DetailsForm(null, null, null, null, null, null, null, null);
	}

	/** What a form asks for. */
	enum Asks {

		/** Everything that a plan needs. */
		PLAN,
		/** The name, and how to reach them when they like. */
		NAME,
		/** How to reach them, and when sessions suit. */
		REACH

	}

	static DetailsForm of(Details details, Phones phones) {
		Suits suits = details.suits();
		LocalDate day = details.firstDay();
		Phone phone = details.phone();
		return new DetailsForm(details.name(), (phone != null) ? typed(phone, phones) : null, details.email(),
				Boolean.toString(Boolean.TRUE.equals(details.willCall())), (day != null) ? day.toString() : null,
				(suits != null) ? ticks(suits.days()) : null, (suits != null) ? ticks(suits.parts()) : null, null);
	}

	private static String typed(Phone phone, Phones phones) {
		return (phone.typed() != null) ? phone.typed() : phones.shown(phone);
	}

	/** Whether they call the practice themselves. */
	public boolean calls() {
		return TICKED.equals(this.willCall);
	}

	private static Set<String> ticks(Set<? extends Enum<?>> some) {
		return some.isEmpty() ? Set.of(ANY)
				: some.stream().map((one) -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	/** The same with the day of the first session. */
	DetailsForm on(String day) {
		return new DetailsForm(this.name, this.phone, this.email, this.willCall, day, this.days, this.parts, this.seen);
	}

	/** Whether a box is ticked. */
	public boolean hasDay(String day) {
		return this.days != null && this.days.contains(day);
	}

	/** Whether a box is ticked. */
	public boolean hasPart(String part) {
		return this.parts != null && this.parts.contains(part);
	}

	/** The mark of what was known when it was shown; of nothing where it was not said. */
	String mark() {
		return Objects.requireNonNullElseGet(this.seen, KnownReach.NOTHING::mark);
	}

	/** The same under a name. */
	DetailsForm under(@Nullable String name) {
		return new DetailsForm(name, this.phone, this.email, this.willCall, this.firstDay, this.days, this.parts,
				this.seen);
	}

	/**
	 * Everything that is wrong, in the order of the fields.
	 * @param today the practice's own day
	 * @param asks what the form asks for
	 * @param phones reads telephone numbers
	 * @param words turns a message key into words
	 * @return what is wrong, nothing when all is well
	 */
	List<FieldProblem> problems(LocalDate today, Asks asks, Phones phones, UnaryOperator<String> words) {
		List<FieldProblem> problems = new ArrayList<>();
		FormText named = FormText.line(this.name);
		if (!named.isName()) {
			problems.add(new FieldProblem("name", words.apply("intake.details.name.missing")));
		}
		else if (named.isLongerThan(LONGEST_NAME)) {
			problems.add(new FieldProblem("name", words.apply("intake.details.name.long")));
		}
		problems.addAll(reachProblems(asks, phones, words));
		if (asks == Asks.PLAN) {
			dayProblem(today).ifPresent((key) -> problems.add(new FieldProblem("firstDay", words.apply(key))));
		}
		if (asks != Asks.NAME) {
			if (isAnyAndMore(this.days)) {
				problems.add(new FieldProblem("days", "days-any", words.apply("intake.details.days.not-alone")));
			}
			if (isAnyAndMore(this.parts)) {
				problems.add(new FieldProblem("parts", "parts-any", words.apply("intake.details.parts.not-alone")));
			}
		}
		return problems;
	}

	private List<FieldProblem> reachProblems(Asks asks, Phones phones, UnaryOperator<String> words) {
		List<FieldProblem> problems = new ArrayList<>();
		FormText number = FormText.line(this.phone);
		FormText address = FormText.line(this.email);
		if (asks != Asks.NAME && number.isEmpty() && address.isEmpty() && !calls()) {
			problems.add(new FieldProblem("reach", "phone", words.apply("intake.reach.missing")));
		}
		if (!number.isEmpty() && phones.read(number.text()).isEmpty()) {
			problems.add(new FieldProblem("phone", words.apply("intake.reach.phone.wrong")));
		}
		if (!address.isEmpty() && EmailText.read(address.text()).isEmpty()) {
			problems.add(new FieldProblem("email", words.apply("intake.reach.email.wrong")));
		}
		return problems;
	}

	private Optional<String> dayProblem(LocalDate today) {
		FormText typed = FormText.line(this.firstDay);
		if (typed.isEmpty()) {
			return Optional.of("intake.details.first-day.missing");
		}
		return typed.day(DAYS).map((day) -> {
			if (day.isBefore(today)) {
				return "intake.details.first-day.past";
			}
			return day.isAfter(today.plusMonths(MONTHS_AHEAD)) ? "intake.details.first-day.far" : "";
		}).or(() -> Optional.of("intake.details.first-day.wrong")).filter((key) -> !key.isEmpty());
	}

	private static boolean isAnyAndMore(@Nullable Set<String> ticked) {
		return ticked != null && ticked.contains(ANY) && ticked.size() > 1;
	}

	/** What suits; null when nothing was ticked. */
	private @Nullable Suits suits() {
		return (this.days == null || this.days.isEmpty()) && (this.parts == null || this.parts.isEmpty()) ? null
				: new Suits(of(DayOfWeek.values(), this.days), of(Suits.Part.values(), this.parts));
	}

	/** Those that were ticked; what is no box of the page is none. */
	private static <E extends Enum<E>> Set<E> of(E[] all, @Nullable Set<String> ticked) {
		return Stream.of(all)
			.filter((one) -> ticked != null && ticked.contains(one.name().toLowerCase(Locale.ROOT)))
			.collect(Collectors.toSet());
	}

	/**
	 * The details, once nothing is wrong.
	 * @param phones reads telephone numbers
	 * @return who the client is
	 */
	Details toDetails(Phones phones) {
		return new Details(FormText.line(this.name).text(), phones.read(FormText.line(this.phone).text()).orElse(null),
				EmailText.read(FormText.line(this.email).text()).orElse(null), calls(), null,
				FormText.line(this.firstDay).day(DAYS).orElse(null), suits(), null);
	}

	/** Says nothing, so that a name cannot reach a log. */
	@Override
	public String toString() {
		return "a details form";
	}

}
