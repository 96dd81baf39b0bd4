package org.backwise.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.origin.Origin;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

/** The calendar addresses of the staff: their own sessions, and the whole practice's. */
@Controller
class DeskFeedsController {

	private static final String PATH = "/desk/calendar-feeds";

	private final Feeds feeds;

	private final SignedIn signedIn;

	private final StaffAccounts staff;

	private final Words words;

	private final Origin origin;

	DeskFeedsController(Feeds feeds, SignedIn signedIn, StaffAccounts staff, Words words, Origin origin) {
		this.feeds = feeds;
		this.signedIn = signedIn;
		this.staff = staff;
		this.words = words;
		this.origin = origin;
	}

	@GetMapping(PATH)
	String show(@RequestParam @Nullable String done, Model model) {
		model.addAttribute("done", "revoked".equals(done));
		return page(model);
	}

	/** The page itself shows the new address, this once. */
	@PostMapping(PATH)
	String make(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String seen,
			HttpServletResponse response, Model model) {
		Feed.Kind asked = switch (kind) {
			case "therapist" -> Feed.Kind.THERAPIST;
			case "practice" -> Feed.Kind.PRACTICE;
			default -> null;
		};
		if (asked == null) {
			return "redirect:" + PATH;
		}
		StaffMember member = (asked == Feed.Kind.PRACTICE) ? this.signedIn.owner() : this.signedIn.member();
		try {
			model.addAttribute("address", FeedAddress.of(this.feeds.make(asked, member, seen), this.origin));
			model.addAttribute("made", asked.toString());
		}
		catch (Refused ex) {
			ex.refusal().show(this.words, response, model);
		}
		catch (DataIntegrityViolationException ex) {
			new Refused("calendar.refused.stale").refusal().show(this.words, response, model);
		}
		return page(model);
	}

	@PostMapping(PATH + "/revoke")
	String revoke(@RequestParam(defaultValue = "") String id) {
		if (!id.isEmpty() && !this.feeds.revoke(uuid(id), this.signedIn.member())) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return "redirect:" + PATH + "?done=revoked";
	}

	private String page(Model model) {
		StaffMember member = this.signedIn.member();
		Map<UUID, String> names = new HashMap<>();
		this.staff.colleagues().forEach((one) -> names.put(one.id(), one.name()));
		Map<String, Feed> own = new HashMap<>();
		List<Feed> all = this.feeds.ofStaff();
		all.stream()
			.filter((feed) -> member.id().equals(feed.account()))
			.forEach((feed) -> own.put(feed.kind().toString(), feed));
		model.addAttribute("own", own);
		model.addAttribute("kinds", member.isOwner() ? List.of("therapist", "practice") : List.of("therapist"));
		model.addAttribute("others",
				member.isOwner() ? all.stream()
					.filter((feed) -> !member.id().equals(feed.account()))
					.map((feed) -> new Other(feed,
							Objects.requireNonNullElse(names.get(Objects.requireNonNull(feed.account())), "–")))
					.toList() : List.of());
		model.addAttribute("owner", member.isOwner());
		model.addAttribute("private", true);
		return "calendar/desk";
	}

	private static UUID uuid(String id) {
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, ex);
		}
	}

	/**
	 * A feed of somebody else.
	 *
	 * @param feed the feed
	 * @param name whose
	 */
	record Other(Feed feed, String name) {
	}

}
