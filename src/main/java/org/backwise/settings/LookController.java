package org.backwise.settings;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.practice.Practice;
import org.backwise.practice.PracticeNow;
import org.backwise.settings.LogoPicture.NotTaken;
import org.backwise.staff.SignedIn;

/**
 * The practice's logo and its colour as files of their own: the pages take nothing that
 * is written inside them.
 */
@Controller
class LookController {

	private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

	/** Their addresses change with what they hold. */
	private static final CacheControl LONG = CacheControl.maxAge(Duration.ofDays(30)).cachePublic();

	private final Logos logos;

	private final PracticeNow practice;

	private final SettingsForms forms;

	private final SignedIn signedIn;

	LookController(Logos logos, PracticeNow practice, SettingsForms forms, SignedIn signedIn) {
		this.logos = logos;
		this.practice = practice;
		this.forms = forms;
		this.signedIn = signedIn;
	}

	@GetMapping("/practice/look.css")
	ResponseEntity<String> sheet() {
		return ResponseEntity.ok()
			.contentType(CSS)
			.cacheControl(LONG)
			.body(Colour.of(this.practice.now().colour()).map(LookSheet::of).orElse(""));
	}

	@GetMapping("/practice/logo.png")
	ResponseEntity<byte[]> logo() {
		Practice now = this.practice.now();
		return picture(this.logos.find(now.logo()), LONG);
	}

	/** A logo that an owner looks at before it counts. */
	@GetMapping("/desk/settings/look/logo/{hash}")
	ResponseEntity<byte[]> candidate(@PathVariable String hash) {
		this.signedIn.owner();
		return picture(this.logos.find(hash), CacheControl.noStore());
	}

	private static ResponseEntity<byte[]> picture(Optional<byte[]> png, CacheControl cache) {
		return png.map((bytes) -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).cacheControl(cache).body(bytes))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** A colour that an owner looks at before it counts. */
	@GetMapping("/desk/settings/look/shade/{code}")
	ResponseEntity<String> shade(@PathVariable String code) {
		this.signedIn.owner();
		return Colour.of("#" + code)
			.map((colour) -> ResponseEntity.ok()
				.contentType(CSS)
				.cacheControl(CacheControl.noStore())
				.body(LookSheet.of(colour, ".look-sample")))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	@PostMapping("/desk/settings/look/logo")
	String send(@RequestParam(required = false) @Nullable MultipartFile picture, HttpServletResponse response,
			Model model) throws IOException {
		try {
			byte[] sent = (picture != null) ? picture.getBytes() : new byte[0];
			return "redirect:/desk/settings/look?logo="
					+ this.logos.keep(LogoPicture.redrawn(sent), this.signedIn.owner());
		}
		catch (NotTaken ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			this.forms.refusedLogo(ex.why(), model);
			return "settings/page";
		}
	}

}
