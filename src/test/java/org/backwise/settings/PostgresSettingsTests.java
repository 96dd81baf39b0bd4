package org.backwise.settings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.AtOnce;
import org.backwise.PostgresTest;
import org.backwise.TestDesk.People;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Refused;
import org.backwise.practice.Settings;
import org.backwise.staff.Role;
import org.backwise.staff.StaffMember;

import static org.assertj.core.api.Assertions.assertThat;

/** What is set, on a real PostgreSQL: pictures too, and two owners at the same moment. */
@PostgresTest
class PostgresSettingsTests {

	@Autowired
	private People people;

	@Autowired
	private PracticeSettings practiceSettings;

	@Autowired
	private Settings settings;

	@Autowired
	private PracticeNow practice;

	@Autowired
	private Logos logos;

	@BeforeEach
	void nothingIsSet() {
		this.people.startOver();
		this.settings.look();
	}

	@Test
	void isKeptAndTakenBack() {
		save("+49 30 5550100", 0);
		assertThat(this.practice.now().phone()).isEqualTo("+49 30 5550100");
		save("", 1);
		assertThat(this.practice.now().phone()).isEmpty();
		assertThat(this.settings.saved("contact").version()).isEqualTo(2);
	}

	@Test
	void oneOfTwoAtTheSameMomentIsTold() throws Exception {
		for (int seen = 0; seen < 2; seen++) {
			long version = seen;
			List<Boolean> done = AtOnce.all(List.<Callable<Boolean>>of(() -> saved("030 1" + version, version),
					() -> saved("030 2" + version, version)));
			assertThat(done).containsExactlyInAnyOrder(true, false);
			assertThat(this.settings.saved("contact").version()).isEqualTo(version + 1);
		}
	}

	@Test
	void keepsALogo() throws Exception {
		byte[] png = LogoPicture.redrawn(Pngs.png(100, 50));
		StaffMember owner = new StaffMember(UUID.randomUUID(), "Olga Owner", Role.OWNER);
		String hash = this.logos.keep(png, owner);
		assertThat(this.logos.keep(png, owner)).isEqualTo(hash);
		assertThat(this.logos.find(hash)).hasValue(png);
	}

	private boolean saved(String phone, long seen) {
		try {
			save(phone, seen);
			return true;
		}
		catch (Refused ex) {
			return false;
		}
	}

	private void save(String phone, long seen) {
		this.practiceSettings.save(SettingsPage.CONTACT,
				new Typed(Map.of("phone", phone, "address", ""), Map.of("seen", Long.toString(seen))),
				UUID.randomUUID());
	}

}
