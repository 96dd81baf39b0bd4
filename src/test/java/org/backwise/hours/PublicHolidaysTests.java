package org.backwise.hours;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.backwise.hours.PublicHolidays.Holiday;

import static org.assertj.core.api.Assertions.assertThat;

/** The public holidays that the library knows. */
class PublicHolidaysTests {

	private final PublicHolidays holidays = new PublicHolidays();

	/** A day of each of the countries for which the practice knows services. */
	@ParameterizedTest
	@CsvSource({ "GB, eng, 2027-08-30, Summer Bank Holiday", "GB, sct, 2027-11-30, St. Andrew's Day",
			"IE, , 2027-03-17, Saint Patrick's Day", "US, ny, 2027-11-25, Thanksgiving Day",
			"CA, on, 2027-07-01, Canada Day", "AU, nsw, 2027-01-26, National Day", "NZ, , 2027-06-25, Matariki",
			"ES, md, 2027-10-12, National Day", "PT, , 2027-06-10, National Day", "BR, , 2027-09-07, Independence Day",
			"DE, by, 2027-05-06, Ascension Day" })
	void knowsTheHolidaysOfTheTenCountries(String country, String region, LocalDate day, String name) {
		List<Holiday> all = this.holidays.of(country, region, Year.of(2027));

		assertThat(all).hasSizeGreaterThan(4)
			.isSortedAccordingTo((one, other) -> one.day().compareTo(other.day()))
			.allSatisfy((one) -> assertThat(one.day().getYear()).isEqualTo(2027));
		assertThat(all).filteredOn((one) -> one.day().equals(day))
			.extracting((one) -> one.name(Locale.UK))
			.containsExactly(name);
		assertThat(this.holidays.countries()).contains(country);
	}

	@Test
	void everyCountryCanBeLookedUpForYears() {
		assertThat(this.holidays.countries()).hasSizeGreaterThan(70).doesNotContain("NYSE", "TARGET");
		assertThat(this.holidays.countries()).allSatisfy((country) -> {
			assertThat(this.holidays.of(country, null, Year.of(2028))).as(country).isNotEmpty();
			this.holidays.regions(country, Locale.UK)
				.keySet()
				.forEach((region) -> assertThat(this.holidays.of(country, region, Year.of(2028)))
					.as(country + " " + region)
					.isNotEmpty());
		});
	}

	/** Christmas Day of 2027 is a Saturday, and given again on Monday. */
	@Test
	void aHolidayGivenOnAnotherDayClosesBoth() {
		assertThat(this.holidays.of("GB", null, Year.of(2027))).filteredOn((one) -> one.day().getMonthValue() == 12)
			.extracting(Holiday::day)
			.containsExactly(LocalDate.of(2027, 12, 25), LocalDate.of(2027, 12, 26), LocalDate.of(2027, 12, 27),
					LocalDate.of(2027, 12, 28));
		assertThat(ids("GB")).contains("CHRISTMAS", "BOXING_DAY");
	}

	@Test
	void holidaysOfOneNameAreToldApart() {
		assertThat(ids("IE")).contains("BANK_HOLIDAY@6", "BANK_HOLIDAY@8", "BANK_HOLIDAY@10");
	}

	@Test
	void noCountryHasNoHolidays() {
		assertThat(this.holidays.of(null, null, Year.of(2027))).isEmpty();
		assertThat(this.holidays.regions("XX", Locale.UK)).isEmpty();
	}

	@Test
	void regionsInRegionsAreNamedWithWhatTheyLieIn() {
		assertThat(this.holidays.regions("DE", Locale.UK)).containsEntry("by", "Bavaria")
			.containsKey("by/ag")
			.hasEntrySatisfying("by/ag", (name) -> assertThat(name).startsWith("Bavaria, "));
		assertThat(this.holidays.regions("GB", Locale.UK)).containsEntry("sct", "Scotland");
	}

	private Stream<String> ids(String country) {
		return this.holidays.of(country, null, Year.of(2027)).stream().map(Holiday::id);
	}

}
