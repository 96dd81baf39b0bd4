package org.backwise.practice;

import java.time.Duration;
import java.util.Locale;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/** Hands out the bundles; what is found under an address never changes. */
@Controller
class BundleController {

	private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private final Bundles bundles;

	BundleController(Bundles bundles) {
		this.bundles = bundles;
	}

	/**
	 * Another version gives what there is, and nobody keeps it: while two versions of the
	 * application run, a page of one may ask the other.
	 */
	@GetMapping(Bundle.PLACE + "{file}")
	ResponseEntity<byte[]> file(@PathVariable String file,
			@RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepts) {
		Bundle bundle = this.bundles.find(file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		boolean same = bundle.address().equals(Bundle.PLACE + file);
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.contentType(bundle.type())
			.cacheControl(same ? FOR_GOOD : CacheControl.noStore())
			.varyBy(HttpHeaders.ACCEPT_ENCODING);
		return takesGzip(accepts) ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(bundle.packed())
				: answer.body(bundle.plain());
	}

	private static boolean takesGzip(String accepts) {
		String wanted = accepts.toLowerCase(Locale.ROOT).replace(" ", "");
		return wanted.contains("gzip") && !wanted.contains("gzip;q=0,") && !wanted.endsWith("gzip;q=0");
	}

}
