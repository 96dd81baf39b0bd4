package org.backwise.journey;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.BoundingBox;
import org.backwise.journey.Visitor.Page;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** How much a page weighs, and how far the way in is. */
@BrowserTest
class WeightTests {

	private static final int MOST_BYTES = 40 * 1024;

	private static final int MOST_REQUESTS = 8;

	@LocalServerPort
	private int port;

	private final Browser browser;

	WeightTests(Browser browser) {
		this.browser = browser;
	}

	@Test
	void aFirstVisitIsLight() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			List<Request> requests = new ArrayList<>();
			visit.page().onRequestFinished(requests::add);
			visit.page().navigate("http://localhost:" + this.port + "/");
			visit.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
			int bytes = requests.stream()
				.map(Request::sizes)
				.mapToInt((sizes) -> sizes.responseHeadersSize + sizes.responseBodySize)
				.sum();
			assertThat(requests).hasSizeBetween(3, MOST_REQUESTS);
			assertThat(bytes).isBetween(5_000, MOST_BYTES);
		}
	}

	@Test
	void theWayInIsOnTheFirstScreen() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			visit.open("/");
			BoundingBox start = visit.page().locator("main a.btn-large").boundingBox();
			assertThat(start.y + start.height).isLessThan(Size.PHONE.height());
		}
	}

	@Test
	void whatDoesNotChangeIsKeptForGood() {
		Visitor visitor = new Visitor(this.port);
		String address = visitor.get("/").body().replaceAll("(?s).*href=\"(/bundles/client-[0-9a-f]+\\.css)\".*", "$1");
		Page sheet = visitor.get(address);
		assertThat(sheet.header("Cache-Control")).contains("max-age=31536000", "public", "immutable");
		assertThat(sheet.header("Content-Type")).isEqualTo("text/css;charset=UTF-8");
		Page other = visitor.get("/bundles/client-000000000000.css");
		assertThat(other.status()).isEqualTo(200);
		assertThat(other.header("Cache-Control")).isEqualTo("no-store");
		assertThat(visitor.get("/bundles/nothing.css").status()).isEqualTo(404);
	}

}
