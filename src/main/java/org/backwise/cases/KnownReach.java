package org.backwise.cases;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Who a client is, how to reach them and when sessions suit them, as it is known at one
 * moment.
 *
 * @param contact who they are, null when they did not say
 * @param suits when sessions suit, null when they did not say
 */
public record KnownReach(@Nullable Contact contact, @Nullable Suits suits) {

	/** Nothing is known. */
	public static final KnownReach NOTHING = new KnownReach(null, null);

	/**
	 * What a form carries along, to tell whether anything was changed since it was shown.
	 * @return a mark that differs with everything in it
	 */
	public String mark() {
		Stream<@Nullable Object> parts = Stream.concat(contactParts(), suitsParts());
		String text = parts.map((part) -> Objects.toString(part, "\u0000")).collect(Collectors.joining("\n"));
		return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
	}

	private Stream<@Nullable Object> contactParts() {
		return (this.contact == null) ? Stream.empty()
				: Stream.of(this.contact.name(), (this.contact.phone() != null) ? this.contact.phone().number() : null,
						(this.contact.phone() != null) ? this.contact.phone().typed() : null, this.contact.email(),
						this.contact.willCall(), this.contact.other());
	}

	private Stream<@Nullable Object> suitsParts() {
		return (this.suits == null) ? Stream.empty()
				: Stream.of(new TreeSet<>(this.suits.days()), new TreeSet<>(this.suits.parts()));
	}

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "what is known";
	}

}
