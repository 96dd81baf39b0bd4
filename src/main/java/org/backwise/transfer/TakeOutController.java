package org.backwise.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffMember;
import org.backwise.transfer.Sheet.Shape;

/** Files for the owner, who types the password once more for each. */
@Controller
class TakeOutController {

	private static final String SEMICOLON = "semicolon";

	private final TakeOut takeOut;

	private final SignedIn signedIn;

	private final Words words;

	TakeOutController(TakeOut takeOut, SignedIn signedIn, Words words) {
		this.takeOut = takeOut;
		this.signedIn = signedIn;
		this.words = words;
	}

	@GetMapping("/desk/take-out")
	String show(Model model) {
		this.signedIn.owner();
		return show(new Shape(false, true), List.of(), model);
	}

	@PostMapping("/desk/take-out/{file}")
	@Nullable String take(@PathVariable String file, @RequestParam(defaultValue = "") String confirm,
			@RequestParam(defaultValue = "") String between, @RequestParam(defaultValue = "false") boolean marked,
			HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
		StaffMember owner = this.signedIn.owner();
		TakenOut wanted = TakenOut.parse(file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Shape shape = new Shape(between.equals(SEMICOLON), marked);
		if (!this.signedIn.confirms(confirm, request)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(shape, List.of(new FieldProblem("confirm", this.words.of("transfer.out.confirm.wrong"))),
					model);
		}
		response.setContentType(wanted.type() + ";charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(wanted.file()).build().toString());
		try {
			this.takeOut.write(wanted, shape, owner, response.getOutputStream());
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		return null;
	}

	private String show(Shape shape, List<FieldProblem> problems, Model model) {
		model.addAttribute("files", TakenOut.values());
		model.addAttribute("between", shape.semicolon() ? SEMICOLON : "comma");
		model.addAttribute("marked", shape.marked());
		model.addAttribute("private", true);
		FieldProblem.show(problems, model);
		return "transfer/take-out";
	}

}
