package org.backwise.staff;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import org.backwise.DeskTest;
import org.backwise.Tables;
import org.backwise.AtOnce;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.journal.Who;
import org.backwise.origin.TestOrigin;
import org.backwise.practice.FieldProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Accounts, links and sessions, with real sessions in the database. */
@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class SigningInTests {

	private static final String PASSWORD = "quiet harbour lamp 93";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Invitations invitations;

	@Autowired
	private SecondFactors secondFactors;

	@Autowired
	private StoredAccounts stored;

	@Autowired
	private Journal journal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DataSource database;

	@BeforeEach
	void beginAnew() {
		Tables.empty(this.database);
	}

	@Test
	void theFirstLinkMakesTheOwnerOnce() throws Exception {
		String link = "/desk/join/" + this.invitations.setUp();
		String other = "/desk/join/" + this.invitations.setUp();
		this.mvc.perform(get(link)).andExpect(status().isOk());
		this.mvc.perform(join(link, "Mara", "mara@example.org", PASSWORD))
			.andExpect(redirectedUrl("/desk/sign-in?joined"));
		assertThat(this.accounts.all()).singleElement().returns(Role.OWNER, StaffMember::role);
		this.mvc.perform(get(link)).andExpect(status().isNotFound());
		this.mvc.perform(join(other, "Eve", "eve@example.org", PASSWORD)).andExpect(status().isNotFound());
		assertThat(latest()).contains(Action.ACCOUNT_SET_UP);
	}

	@Test
	void aLinkLastsADay() throws Exception {
		String link = "/desk/join/" + this.invitations.setUp();
		this.jdbc.sql("update staff_link set expires_at = expires_at - interval '24' hour").update();
		this.mvc.perform(get(link)).andExpect(status().isNotFound());
		assertThat(latest()).contains(Action.REFUSED);
	}

	@Test
	void twoSetUpLinksAtOnceMakeOneOwner() throws Exception {
		List<String> links = List.of(this.invitations.setUp(), this.invitations.setUp());
		AtOnce.all(links.stream()
			.<Callable<Boolean>>map((link) -> () -> this.invitations.accept(link,
					new JoinForm("Mara", "mara-" + link.substring(0, 9), PASSWORD), (owner) -> {
					}))
			.toList());
		assertThat(this.accounts.all()).hasSize(1);
	}

	@Test
	void aSignInNameStandsOnOneLine() {
		assertThat(new JoinForm("Mara", "mara\n\nlind", PASSWORD).problems((key) -> key))
			.extracting(FieldProblem::target)
			.containsExactly("signInName");
	}

	@Test
	void theWayBackIsPrintedForWhoeverRunsTheComputer(CapturedOutput console) throws Exception {
		StaffMember member = open("jo", Role.OWNER);
		printLinks("https://desk.example", "Jo");
		Matcher link = Pattern.compile("The way back for Jo.*https://desk.example(/desk/join/\\S+)")
			.matcher(console.getAll());
		assertThat(link.find()).isTrue();
		assertThat(latest()).contains(Action.WAY_BACK_OFFERED);
		this.mvc.perform(post(link.group(1)).param("password", "winter bicycle 27 plum").with(csrf()))
			.andExpect(redirectedUrl("/desk/sign-in?joined"));
		signIn("jo", "winter bicycle 27 plum");
		assertThat(member.role()).isEqualTo(Role.OWNER);
		printLinks("https://desk.example", "nobody");
		assertThat(console.getAll()).contains("Nobody signs in as nobody");
	}

	private void printLinks(String address, String wayBackFor) {
		new PrintedLinks(this.accounts, this.stored, this.invitations,
				new DeskSettings(wayBackFor, Duration.ofHours(12), Duration.ofMinutes(10)), TestOrigin.at(address))
			.print();
	}

	@Test
	void invitationsComeFromTheSettingAndNotFromTheBrowser() {
		StaffMember owner = open("mara", Role.OWNER);
		for (String site : List.of("https://desk.example", "http://192.0.2.7:8080")) {
			SignedIn here = mock(SignedIn.class);
			given(here.owner()).willReturn(owner);
			given(here.member()).willReturn(owner);
			Model model = new ExtendedModelMap();
			RequestContextHolder
				.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest("POST", "/desk/people")));
			new PeopleController(this.stored, this.accounts, this.invitations, here,
					new StaticListableBeanFactory().getBeanProvider(TheirSessions.class), TestOrigin.at(site))
				.invite(model);
			RequestContextHolder.resetRequestAttributes();
			assertThat(model.getAttribute("link")).asString().startsWith(site + "/desk/join/");
		}
	}

	@Test
	void linksBackEndWithTheFirstUseANewPasswordOrADisabledAccount() throws Exception {
		StaffMember jo = open("jo", Role.THERAPIST);
		StaffMember owner = open("mara", Role.OWNER);
		Who by = new Who.Staff(owner.id());
		String first = "/desk/join/" + this.invitations.startAgain(jo.id(), by);
		String second = "/desk/join/" + this.invitations.startAgain(jo.id(), by);
		this.mvc.perform(post(first).param("password", "winter bicycle 27 plum").with(csrf()))
			.andExpect(redirectedUrl("/desk/sign-in?joined"));
		this.mvc.perform(get(second)).andExpect(status().isNotFound());
		String third = "/desk/join/" + this.invitations.startAgain(jo.id(), by);
		this.accounts.changePassword(this.stored.find(jo.id()).orElseThrow(), PASSWORD, null);
		this.mvc.perform(get(third)).andExpect(status().isNotFound());
		String fourth = "/desk/join/" + this.invitations.startAgain(jo.id(), by);
		this.accounts.disable(jo.id(), owner);
		this.mvc.perform(get(fourth)).andExpect(status().isNotFound());
	}

	@Test
	void guessingTheCurrentPasswordIsStopped() throws Exception {
		open("sam", Role.THERAPIST);
		Cookie session = signIn("sam", PASSWORD);
		for (int attempt = 0; attempt < 10; attempt++) {
			this.mvc.perform(from("10.0.0.9", newPassword("wrong").cookie(session)))
				.andExpect(status().isUnprocessableContent());
		}
		this.mvc.perform(from("10.0.0.9", newPassword(PASSWORD).cookie(session)))
			.andExpect(status().isTooManyRequests());
	}

	@Test
	void weakPasswordsAreRefusedAndTheRestIsKept() throws Exception {
		String link = "/desk/join/" + this.invitations.setUp();
		for (String weak : List.of("short", "password12345", "aaaaaaaaaaaaaaaa", "qwertyuiop123", "Mara Lindqvist")) {
			MvcResult answer = this.mvc.perform(join(link, "Mara Lindqvist", "mara@example.org", weak))
				.andExpect(status().isUnprocessableContent())
				.andReturn();
			assertThat(answer.getResponse().getContentAsString()).as(weak)
				.contains("There is a problem", "value=\"Mara Lindqvist\"");
		}
	}

	@Test
	void signsInAndOut() throws Exception {
		open("mara", Role.OWNER);
		Cookie session = signIn("mara", PASSWORD);
		this.mvc.perform(get("/desk/account").cookie(session)).andExpect(status().isOk());
		this.mvc.perform(get("/desk/journal").cookie(session)).andExpect(status().isOk());
		this.mvc.perform(get("/desk/people").cookie(session)).andExpect(status().isOk());
		this.mvc.perform(post("/desk/sign-out").cookie(session).with(csrf()))
			.andExpect(redirectedUrl("/desk/sign-in?out"));
		this.mvc.perform(get("/desk/account").cookie(session))
			.andExpect(redirectedUrl("/desk/sign-in?to=%2Fdesk%2Faccount"));
		assertThat(latest()).contains(Action.SIGNED_IN, Action.SIGNED_OUT);
	}

	@Test
	void saysTheSameWhateverWasWrong() throws Exception {
		StaffMember gone = open("gone", Role.THERAPIST);
		StaffMember owner = open("mara", Role.OWNER);
		this.accounts.disable(gone.id(), owner);
		String page = wrong("mara", "not my password");
		assertThat(page).contains("Check your sign-in name and your password");
		assertThat(wrong("nobody", PASSWORD).replace("nobody", "mara")).isEqualTo(page);
		assertThat(wrong("gone", PASSWORD).replace("gone", "mara")).isEqualTo(page);
		assertThat(latest()).contains(Action.SIGN_IN_FAILED);
	}

	@Test
	void disablingEndsSessionsAtOnce() throws Exception {
		StaffMember therapist = open("jo", Role.THERAPIST);
		open("mara", Role.OWNER);
		Cookie theirs = signIn("jo", PASSWORD);
		Cookie owners = signIn("mara", PASSWORD);
		this.mvc.perform(get("/desk/account").cookie(theirs)).andExpect(status().isOk());
		this.mvc.perform(post("/desk/people/" + therapist.id() + "/disable").cookie(owners).with(csrf()))
			.andExpect(redirectedUrl("/desk/people"));
		this.mvc.perform(get("/desk/account").cookie(theirs))
			.andExpect(redirectedUrl("/desk/sign-in?to=%2Fdesk%2Faccount"));
		this.mvc.perform(post("/desk/people/" + therapist.id() + "/enable").cookie(owners).with(csrf()));
		signIn("jo", PASSWORD);
	}

	@Test
	void aTherapistFindsNothingWhereOnlyTheOwnerMayGo() throws Exception {
		open("jo", Role.THERAPIST);
		Cookie session = signIn("jo", PASSWORD);
		for (String page : List.of("/desk/people", "/desk/journal", "/desk/no-such-page")) {
			this.mvc.perform(get(page).cookie(session)).andExpect(status().isNotFound());
		}
	}

	@Test
	void theSecondStepIsAskedForAndARecoveryCodeIsAWayBack() throws Exception {
		StaffMember member = open("jo", Role.THERAPIST);
		Account account = this.stored.find(member.id()).orElseThrow();
		List<String> codes = this.secondFactors.newCodes(account);
		this.jdbc.sql(
				"insert into user_credentials (credential_id, user_entity_user_id, public_key, authenticator_transports, backup_eligible, "
						+ "backup_state, label, created, last_used) "
						+ "values ('abc', ?, X'00', '', false, false, 'phone', current_timestamp, current_timestamp)")
			.param(PasskeyPeople.handle(member.id()).toBase64UrlString())
			.update();
		MvcResult halfIn = this.mvc.perform(credentials("jo", PASSWORD))
			.andExpect(redirectedUrl("/desk/second-factor"))
			.andReturn();
		Cookie session = halfIn.getResponse().getCookie("backwise-desk");
		this.mvc.perform(get("/desk/account").cookie(session)).andExpect(redirectedUrl("/desk/second-factor"));
		this.mvc.perform(get("/desk/second-factor").cookie(session)).andExpect(status().isOk());
		this.mvc.perform(post("/desk/second-factor/code").param("token", "nonsense").cookie(session).with(csrf()))
			.andExpect(redirectedUrl("/desk/second-factor?wrong"));
		MvcResult in = this.mvc
			.perform(post("/desk/second-factor/code").param("token", codes.get(0)).cookie(session).with(csrf()))
			.andExpect(redirectedUrl("/desk"))
			.andReturn();
		this.mvc.perform(get("/desk/account").cookie(in.getResponse().getCookie("backwise-desk")))
			.andExpect(status().isOk());
		assertThat(this.secondFactors.codesLeft(member.id())).isEqualTo(codes.size() - 1);
	}

	@Test
	void aRecoveryCodeAloneIsNotEnough() throws Exception {
		StaffMember member = open("jo", Role.THERAPIST);
		String code = this.secondFactors.newCodes(this.stored.find(member.id()).orElseThrow()).get(0);
		this.mvc.perform(post("/desk/second-factor/code").param("token", code).with(csrf()))
			.andExpect(redirectedUrl("/desk/sign-in"));
	}

	@Test
	void startingAgainEndsSessionsAndRemovesTheSecondStep() throws Exception {
		StaffMember therapist = open("jo", Role.THERAPIST);
		StaffMember owner = open("mara", Role.OWNER);
		this.secondFactors.newCodes(this.stored.find(therapist.id()).orElseThrow());
		Cookie session = signIn("jo", PASSWORD);
		String link = "/desk/join/" + this.invitations.startAgain(therapist.id(), new Who.Staff(owner.id()));
		this.mvc.perform(post(link).param("password", "winter bicycle 27 plum").with(csrf()))
			.andExpect(redirectedUrl("/desk/sign-in?joined"));
		this.mvc.perform(get("/desk/account").cookie(session)).andExpect(status().is3xxRedirection());
		signIn("jo", "winter bicycle 27 plum");
		assertThat(this.secondFactors.codesLeft(therapist.id())).isZero();
	}

	@Test
	void whatWasTypedSurvivesSigningInAgain() throws Exception {
		StaffMember jo = open("jo", Role.THERAPIST);
		open("mara", Role.OWNER);
		Cookie last = new Cookie("backwise-last", jo.id().toString());
		MvcResult lapsed = this.mvc
			.perform(post("/desk/cases/1/note").param("text", "Shoulder <better>")
				.header("Sec-Fetch-Site", "same-origin")
				.cookie(last)
				.with(csrf()))
			.andExpect(redirectedUrl("/desk/sign-in"))
			.andReturn();
		Cookie before = lapsed.getResponse().getCookie("backwise-desk");
		MvcResult in = this.mvc.perform(credentials("jo", PASSWORD).cookie(before))
			.andExpect(redirectedUrl("/desk/carry-on"))
			.andReturn();
		Cookie session = in.getResponse().getCookie("backwise-desk");
		String page = this.mvc.perform(get("/desk/carry-on").cookie(session))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("action=\"/desk/carry-on\"", "name=\"text\"", "Shoulder &lt;better&gt;");
		MvcResult other = this.mvc.perform(credentials("mara", PASSWORD).cookie(session))
			.andExpect(redirectedUrl("/desk"))
			.andReturn();
		this.mvc.perform(get("/desk/carry-on").cookie(other.getResponse().getCookie("backwise-desk")))
			.andExpect(redirectedUrl("/desk"));
	}

	@Test
	void whatWasKeptIsSentOnceToWhereItBelongs() throws Exception {
		StaffMember jo = open("jo", Role.THERAPIST);
		MvcResult lapsed = this.mvc
			.perform(post("/desk/account/codes").param("text", "Shoulder")
				.header("Sec-Fetch-Site", "same-origin")
				.cookie(new Cookie("backwise-last", jo.id().toString())))
			.andReturn();
		Cookie session = this.mvc
			.perform(credentials("jo", PASSWORD).cookie(lapsed.getResponse().getCookie("backwise-desk")))
			.andReturn()
			.getResponse()
			.getCookie("backwise-desk");
		this.mvc.perform(post("/desk/carry-on").param("text", "Shoulder").cookie(session).with(csrf()))
			.andExpect(status().isTemporaryRedirect())
			.andExpect(redirectedUrl("/desk/account/codes"));
		assertThat(this.jdbc.sql("select count(*) from spring_session_attributes where attribute_name like '%kept%'")
			.query(Long.class)
			.single()).isZero();
		this.mvc.perform(post("/desk/carry-on").param("text", "Shoulder").cookie(session).with(csrf()))
			.andExpect(status().isConflict())
			.andExpect(request().attribute("refusal", containsString("no longer here")));
	}

	@Test
	void aPasskeyThatIsGoneIsNotRemovedInSilence() throws Exception {
		open("jo", Role.OWNER);
		Cookie session = signIn("jo", PASSWORD);
		this.mvc.perform(post("/desk/account/passkeys/AAAA/remove").cookie(session).with(csrf()))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("not among yours any more")))
			.andExpect(content().string(containsString("Where I am signed in")));
	}

	@Test
	void whatAnotherSiteSentIsNotKept() throws Exception {
		StaffMember jo = open("jo", Role.THERAPIST);
		MvcResult lapsed = this.mvc
			.perform(post("/desk/cases/1/approve").header("Sec-Fetch-Site", "cross-site")
				.cookie(new Cookie("backwise-last", jo.id().toString())))
			.andExpect(redirectedUrl("/desk/sign-in"))
			.andReturn();
		assertThat(lapsed.getResponse().getHeaders("Set-Cookie"))
			.noneMatch((cookie) -> cookie.matches("backwise-desk=[^;].*"));
	}

	@Test
	void tooManyAttemptsAreStopped() throws Exception {
		open("mara", Role.OWNER);
		for (int attempt = 0; attempt < 10; attempt++) {
			this.mvc.perform(from("10.0.0.7", credentials("mara", "wrong")))
				.andExpect(forwardedUrl("/desk/sign-in/wrong"));
		}
		this.mvc.perform(from("10.0.0.8", credentials("Mara ", PASSWORD)))
			.andExpect(status().isTooManyRequests())
			.andExpect(header().string("Retry-After", matchesPattern("[1-9]\\d?")))
			.andExpect(request().attribute("minutes", 2L));
	}

	@Test
	void noStrangerShutsOutWhoeverSignedInHereBefore() throws Exception {
		open("mara", Role.OWNER);
		open("jo", Role.THERAPIST);
		MockHttpServletResponse first = this.mvc.perform(from("10.0.1.1", credentials("mara", PASSWORD)))
			.andReturn()
			.getResponse();
		Cookie known = first.getCookie("backwise-known");
		assertThat(known.isHttpOnly()).isTrue();
		assertThat(known.getPath()).isEqualTo("/desk");
		assertThat(known.getAttribute("SameSite")).isEqualTo("Strict");
		for (int attempt = 0; attempt < 50; attempt++) {
			this.mvc.perform(from("10.0.2." + attempt, credentials("mara", "wrong")));
			this.mvc.perform(from("10.0.1.1", credentials("jo", "wrong")));
		}

		this.mvc.perform(from("10.0.1.2", credentials("mara", PASSWORD))).andExpect(status().isTooManyRequests());
		this.mvc.perform(from("10.0.1.1", credentials("mara", PASSWORD)).cookie(known))
			.andExpect(status().is3xxRedirection());
		this.mvc.perform(from("10.0.1.3", credentials("jo", PASSWORD)).cookie(known))
			.andExpect(status().isTooManyRequests());
	}

	@Test
	void aKnownBrowserGuessesNoMoreThanOthers() throws Exception {
		open("mara", Role.OWNER);
		Cookie known = this.mvc.perform(credentials("mara", PASSWORD))
			.andReturn()
			.getResponse()
			.getCookie("backwise-known");
		for (int attempt = 0; attempt < 10; attempt++) {
			this.mvc.perform(credentials("mara", "wrong").cookie(known)).andExpect(forwardedUrl("/desk/sign-in/wrong"));
		}
		this.mvc.perform(credentials("mara", PASSWORD).cookie(known)).andExpect(status().isTooManyRequests());
		this.mvc.perform(credentials("mara", PASSWORD)).andExpect(status().is3xxRedirection());
	}

	@Test
	void aPlantedCookieIsNotTakenOverAndSigningOutEverywhereForgetsIt() throws Exception {
		StaffMember jo = open("jo", Role.THERAPIST);
		Cookie planted = new Cookie("backwise-known", "known-to-somebody-else");
		Cookie given = this.mvc.perform(credentials("jo", PASSWORD).cookie(planted))
			.andReturn()
			.getResponse()
			.getCookie("backwise-known");
		assertThat(given.getValue()).isNotEqualTo(planted.getValue());
		Cookie here = signIn("jo", PASSWORD);

		this.mvc.perform(post("/desk/account/sign-out-everywhere").cookie(here).with(csrf()));

		assertThat(this.jdbc.sql("select count(*) from staff_browser where account = ?")
			.param(jo.id())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void signingOutEverywhereMeansEverywhere() throws Exception {
		open("jo", Role.THERAPIST);
		Cookie here = signIn("jo", PASSWORD);
		Cookie there = signIn("jo", PASSWORD);
		this.mvc.perform(post("/desk/account/sign-out-everywhere").cookie(here).with(csrf()))
			.andExpect(redirectedUrl("/desk/sign-in?out"));
		for (Cookie session : List.of(here, there)) {
			this.mvc.perform(get("/desk/account").cookie(session)).andExpect(status().is3xxRedirection());
		}
	}

	@Test
	void signingOutLeavesNothingOfTheDeskInTheBrowser() throws Exception {
		open("jo", Role.THERAPIST);
		Cookie here = signIn("jo", PASSWORD);
		this.mvc.perform(post("/desk/sign-out").secure(true).cookie(here).with(csrf()))
			.andExpect(redirectedUrl("/desk/sign-in?out"))
			.andExpect(header().string("Clear-Site-Data", "\"cache\", \"storage\""));
	}

	@Test
	void aNewPasswordEndsTheOtherSessions() throws Exception {
		open("jo", Role.THERAPIST);
		Cookie here = signIn("jo", PASSWORD);
		Cookie there = signIn("jo", PASSWORD);
		this.mvc
			.perform(post("/desk/account/password").param("current", "wrong")
				.param("password", "winter bicycle 27 plum")
				.cookie(here)
				.with(csrf()))
			.andExpect(status().isUnprocessableContent());
		this.mvc
			.perform(post("/desk/account/password").param("current", PASSWORD)
				.param("password", "winter bicycle 27 plum")
				.cookie(here)
				.with(csrf()))
			.andExpect(redirectedUrl("/desk/account?changed"));
		this.mvc.perform(get("/desk/account").cookie(here)).andExpect(status().isOk());
		this.mvc.perform(get("/desk/account").cookie(there)).andExpect(status().is3xxRedirection());
	}

	@Test
	void signingInLeadsOnlyToPagesOfTheDesk() throws Exception {
		open("jo", Role.THERAPIST);
		for (Map.Entry<String, String> way : Map
			.of("/desk/account?changed", "/desk/account?changed", "https://evil.example/desk", "/desk", "/desk/../x",
					"/desk", "//evil.example", "/desk")
			.entrySet()) {
			this.mvc.perform(credentials("jo", PASSWORD).param("to", way.getKey()))
				.andExpect(redirectedUrl(way.getValue()));
		}
	}

	private StaffMember open(String signInName, Role role) {
		return this.accounts.open("Name of " + signInName.length(), signInName, PASSWORD, role);
	}

	private Cookie signIn(String name, String password) throws Exception {
		MvcResult result = this.mvc.perform(credentials(name, password)).andExpect(redirectedUrl("/desk")).andReturn();
		Cookie session = result.getResponse().getCookie("backwise-desk");
		assertThat(session.isHttpOnly()).isTrue();
		assertThat(session.getPath()).isEqualTo("/desk");
		return session;
	}

	private String wrong(String name, String password) throws Exception {
		this.mvc.perform(credentials(name, password)).andExpect(forwardedUrl("/desk/sign-in/wrong"));
		return this.mvc.perform(post("/desk/sign-in/wrong").param("username", name).with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString()
			.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
	}

	private static MockHttpServletRequestBuilder credentials(String name, String password) {
		return post("/desk/sign-in").param("username", name).param("password", password).with(csrf());
	}

	private static MockHttpServletRequestBuilder newPassword(String current) {
		return post("/desk/account/password").param("current", current)
			.param("password", "winter bicycle 27 plum")
			.with(csrf());
	}

	private static MockHttpServletRequestBuilder from(String address, MockHttpServletRequestBuilder request) {
		return request.with((made) -> {
			made.setRemoteAddr(address);
			return made;
		});
	}

	private static MockHttpServletRequestBuilder join(String link, String name, String signInName, String password) {
		return post(link).param("name", name)
			.param("signInName", signInName)
			.param("password", password)
			.param("phone", "01632 960 123")
			.with(csrf());
	}

	private List<Action> latest() {
		return this.journal.before(Long.MAX_VALUE, 6).stream().map(JournalEntry::action).toList();
	}

}
