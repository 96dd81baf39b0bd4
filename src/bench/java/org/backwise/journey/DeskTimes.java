package org.backwise.journey;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

import org.backwise.BackwiseApplication;
import org.backwise.cases.Cases;
import org.backwise.journey.NewDesk.Colleague;
import org.backwise.staff.Role;

/**
 * Pages of the desk over two databases that were seeded apart, such as a million cases
 * and a thousand: the same application twice in one process, asked in turn. Each gets
 * forty sessions today.
 */
final class DeskTimes {

	private static final Colleague THERAPIST = new Colleague("Ada Example", "ada", "marmalade-lighthouse-27");

	private static final int SESSIONS = 40;

	private static final int ROUNDS = 150;

	private static final int WARM_UP = 50;

	private static final List<String> PAGES = List.of("/desk/today", "/desk/diary", "/desk/cases",
			"/desk/cases?view=care");

	private final Visitor visitor;

	private DeskTimes(Visitor visitor) {
		this.visitor = visitor;
	}

	/**
	 * Prints the median of each page over both, and their ratio.
	 * @param args the addresses of the large and of the small database
	 */
	public static void main(String[] args) throws InterruptedException {
		DeskTimes large = of(args[0]);
		DeskTimes small = of(args[1]);
		System.out.println("| page | large: ms | small: ms | times |");
		for (String page : PAGES) {
			Map<DeskTimes, List<Double>> times = new LinkedHashMap<>();
			for (int i = 0; i < WARM_UP + ROUNDS; i++) {
				for (DeskTimes one : (i % 2 == 0) ? List.of(large, small) : List.of(small, large)) {
					double time = one.time(page);
					if (i >= WARM_UP) {
						times.computeIfAbsent(one, (key) -> new ArrayList<>()).add(time);
					}
				}
			}
			double there = median(times.get(large));
			double here = median(times.get(small));
			System.out.printf("| %s | %.1f | %.1f | %.2f |%n", page, there, here, there / here);
		}
		System.exit(0);
	}

	private static double median(List<Double> times) {
		return times.stream().sorted().toList().get(times.size() / 2);
	}

	private static DeskTimes of(String url) throws InterruptedException {
		ConfigurableApplicationContext application = new SpringApplication(BackwiseApplication.class).run(
				"--spring.datasource.url=" + url, "--server.port=0", "--spring.profiles.active=demo",
				"--backwise.limits.enabled=false", "--spring.jmx.enabled=false", "--logging.level.root=warn");
		JdbcClient jdbc = application.getBean(JdbcClient.class);
		while (count(jdbc, "care_case") > count(jdbc, "worklist_item")) {
			Thread.sleep(1_000);
		}
		int port = Integer.parseInt(
				Objects.requireNonNull(application.getEnvironment().getProperty("local.server.port")));
		sessionsToday(application, jdbc, port);
		Visitor visitor = new Visitor(port);
		Visitor.Page in = visitor.send(visitor.get("/desk/sign-in"),
				Map.of("username", List.of(THERAPIST.signInName()), "password", List.of(THERAPIST.password())));
		if (in.status() != 200 || in.path().contains("sign-in")) {
			throw new IllegalStateException("Not signed in: " + in.status());
		}
		int shown = visitor.get("/desk/today").body().split("/sessions/1\"").length - 1;
		System.out.println(count(jdbc, "care_case") + " cases, sessions on today's page: " + shown);
		return new DeskTimes(visitor);
	}

	private static long count(JdbcClient jdbc, String table) {
		return jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	private static void sessionsToday(ConfigurableApplicationContext application, JdbcClient jdbc, int port) {
		NewDesk desk = new NewDesk(application);
		desk.open(THERAPIST, Role.THERAPIST);
		Cases cases = application.getBean(Cases.class);
		String day = LocalDate.now().plusDays(3).toString();
		jdbc.sql("update diary_session set on_day = on_day + 400").update();
		for (int i = 0; i < SESSIONS; i++) {
			String link = new Visitor(port).sent(Sheet.ordinaryBackAche(), "Client " + i, day);
			var sent = cases.behind(link.substring("/result/".length())).orElseThrow();
			desk.approve(sent, THERAPIST);
			SecurityContextHolder.clearContext();
			jdbc.sql("update diary_session set on_day = current_date, start_minute = :start, end_minute = :start + 60,"
					+ " untimed = false where case_id = :case and number = 1")
				.param("start", 480 + 15 * i)
				.param("case", sent.id().value())
				.update();
		}
	}

	/** Of a whole page, in milliseconds. */
	private double time(String page) {
		long begin = System.nanoTime();
		Visitor.Page got = this.visitor.get(page);
		double time = Duration.ofNanos(System.nanoTime() - begin).toNanos() / 1e6;
		if (got.status() != 200 || got.path().contains("sign-in")) {
			throw new IllegalStateException(page + " answered " + got.status() + " at " + got.path());
		}
		return time;
	}

}
