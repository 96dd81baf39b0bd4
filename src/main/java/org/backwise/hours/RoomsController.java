package org.backwise.hours;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;

/** What the owner says about treatment rooms. */
@Controller
class RoomsController {

	private final HoursPage page;

	private final HoursKeeper keeper;

	private final Words words;

	RoomsController(HoursPage page, HoursKeeper keeper, Words words) {
		this.page = page;
		this.keeper = keeper;
		this.words = words;
	}

	@PostMapping(path = HoursPage.PATH, params = "form=room")
	String add(RoomForm form, HttpServletResponse response, Model model) {
		return keep(form, "room-name", () -> this.keeper.addRoom(form.typed().text(), form.edition()), response, model);
	}

	@PostMapping(path = HoursPage.PATH, params = "form=one-room")
	String change(RoomForm form, HttpServletResponse response, Model model) {
		String id = Objects.requireNonNullElse(form.id(), "");
		String field = "room-" + id;
		try {
			switch (Objects.requireNonNullElse(form.act(), "")) {
				case "name" -> {
					return keep(form, field, () -> this.keeper.nameRoom(id, form.typed().text(), form.edition()),
							response, model);
				}
				case "raise" -> this.keeper.raiseRoom(id, form.edition());
				case "retire" -> this.keeper.retireRoom(id, true, form.edition());
				case "back" -> this.keeper.retireRoom(id, false, form.edition());
				default -> {
					return "redirect:" + HoursPage.PATH;
				}
			}
			return this.page.done("rooms", null);
		}
		catch (Refused ex) {
			return this.page.refused(ex, "rooms", form.edition(), "room-name", response, model);
		}
	}

	private String keep(RoomForm form, String field, Runnable command, HttpServletResponse response, Model model) {
		model.addAttribute("room", form);
		String problem = form.typed().isEmpty() ? this.words.of("hours.room.missing")
				: form.typed().isLongerThan(RoomForm.LONGEST_NAME)
						? this.words.of("hours.room.long", RoomForm.LONGEST_NAME) : "";
		if (!problem.isEmpty()) {
			return this.page.wrong("rooms", form.edition(), List.of(new FieldProblem(field, problem)), response, model);
		}
		try {
			command.run();
			return this.page.done("rooms", null);
		}
		catch (Refused ex) {
			return this.page.refused(ex, "rooms", form.edition(), field, response, model);
		}
	}

}
