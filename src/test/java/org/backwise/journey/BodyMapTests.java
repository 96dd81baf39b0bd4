package org.backwise.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The drawing of a back mirrors the list, and the list the drawing. */
@BrowserTest
class BodyMapTests {

	private static final Sheet UNTIL_LOCATION = Sheet.ordinaryBackAche().with("location");

	/** In one task: nobody waits for the drawing to follow. */
	private static final String TICKED_AND_SEEN_AT_ONCE = """
			(box, id) => {
				box.click();
				return document.querySelector(`[data-region='${id}']`).classList.contains('body-region-chosen');
			}""";

	@LocalServerPort
	private int port;

	private final Browser browser;

	BodyMapTests(Browser browser) {
		this.browser = browser;
	}

	@Test
	void aClickOnTheDrawingTicksTheList() {
		try (Visit visit = toLocation(new Visit(this.browser, this.port, Size.DESKTOP))) {
			region(visit, "lower-back-left").click();
			region(visit, "neck").click();
			assertThat(isTicked(visit, "lower-back-left")).isTrue();
			assertThat(isTicked(visit, "neck")).isTrue();
			region(visit, "neck").click();
			assertThat(isTicked(visit, "neck")).isFalse();
			visit.carryOn();
			assertThat(visit.path()).isEqualTo("/intake/questions/course");
			visit.page().goBack();
			// A browser puts the ticks back when it shows the page, and the drawing
			// follows then.
			region(visit, "lower-back-left").and(visit.page().locator(".body-region-chosen")).waitFor();
			assertThat(isTicked(visit, "lower-back-left")).isTrue();
		}
	}

	@Test
	void everyRegionHasItsRowAndEveryPlaceItsRegion() {
		try (Visit visit = toLocation(new Visit(this.browser, this.port, Size.DESKTOP))) {
			for (Locator region : visit.page().locator("[data-region]").all()) {
				String id = region.getAttribute("data-region");
				assertThat(visit.page().locator("#location-" + id).evaluate(TICKED_AND_SEEN_AT_ONCE, id)).as(id)
					.isEqualTo(true);
				assertThat(fill(region)).as(id).isNotEqualTo(fill(visit.page().locator(".body-skin").first()));
			}
			assertThat(visit.page().locator("#location-no-pain").isChecked()).isFalse();
			assertThat(visit.page().locator("[name='location']:checked").count()).isEqualTo(12);
			visit.tick("location-no-pain");
			// No script takes a tick back: the server asks, and keeps what was ticked.
			visit.carryOn();
			assertThat(visit.path()).isEqualTo("/intake/questions/location");
			assertThat(visit.page().locator("[name='location']:checked").count()).isEqualTo(13);
			assertThat(visit.page().locator(".body-region-chosen").count()).isEqualTo(12);
		}
	}

	@Test
	void aTouchDoesTheSame() {
		try (Visit visit = toLocation(
				new Visit(this.browser, this.port, Size.PHONE, (options) -> options.setHasTouch(true)))) {
			Locator region = region(visit, "upper-back-right");
			region.scrollIntoViewIfNeeded();
			BoundingBox box = region.boundingBox();
			visit.page().touchscreen().tap(box.x + box.width / 3, box.y + box.height / 2);
			visit.page().waitForCondition(() -> isTicked(visit, "upper-back-right"));
		}
	}

	@Test
	void theListWorksAloneWithoutJavaScriptAndColoursTheDrawing() {
		try (Visit visit = toLocation(
				new Visit(this.browser, this.port, Size.PHONE, (options) -> options.setJavaScriptEnabled(false)))) {
			Object before = fill(region(visit, "neck"));
			visit.tick("location-neck");
			assertThat(fill(region(visit, "neck"))).isNotEqualTo(before);
			assertThat(visit.page().locator(".body-map-tap").isVisible()).isFalse();
		}
	}

	private static Visit toLocation(Visit visit) {
		visit.begin();
		while (!visit.path().equals("/intake/questions/location")) {
			visit.fill(UNTIL_LOCATION);
			visit.carryOn();
		}
		return visit;
	}

	private static Locator region(Visit visit, String id) {
		return visit.page().locator("[data-region='" + id + "']");
	}

	private static Object fill(Locator region) {
		return region.evaluate("(region) => getComputedStyle(region).fill");
	}

	private static boolean isTicked(Visit visit, String id) {
		return visit.page().locator("#location-" + id).isChecked();
	}

}
