package org.backwise.about;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import org.backwise.origin.Origin;
import org.backwise.practice.Practice;
import org.backwise.practice.PracticeNow;

/** Whom to tell of a weakness of this site, as RFC 9116 has it. */
@Controller
class SecurityTextController {

	private static final String PATH = "/.well-known/security.txt";

	/** RFC 9116, section 2.5.5: less than a year ahead. */
	private static final Period GOOD_FOR = Period.ofMonths(6);

	private final PracticeNow practice;

	private final Origin origin;

	private final Clock clock;

	SecurityTextController(PracticeNow practice, Origin origin, Clock clock) {
		this.practice = practice;
		this.origin = origin;
		this.clock = clock;
	}

	@GetMapping(path = PATH, produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
	@ResponseBody
	String show() {
		Practice now = this.practice.now();
		List<String> lines = List.of("Contact: " + contact(now), "Expires: "
				+ this.clock.instant().atOffset(ZoneOffset.UTC).plus(GOOD_FOR).truncatedTo(ChronoUnit.DAYS).toInstant(),
				"Preferred-Languages: " + now.languages()
					.stream()
					.map((language) -> language.getLanguage())
					.distinct()
					.collect(Collectors.joining(", ")),
				"Canonical: " + this.origin.of(PATH));
		return String.join("\n", lines) + "\n";
	}

	/** A page says whom to ask when the practice has no mail address. */
	private String contact(Practice now) {
		return now.email().isBlank() ? this.origin.of("/privacy") : "mailto:" + now.email();
	}

}
