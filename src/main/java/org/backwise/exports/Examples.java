package org.backwise.exports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Real calls of the API, made once at the start. When a practice asks other questions
 * than we do, an example that no longer shows what it is meant to show is left out.
 */
@Component
class Examples {

	static final String EMERGENCY = "emergency";

	static final String CARE_PLAN = "care-plan";

	static final String REFUSED = "refused";

	static final String STEP_DOWN = "step-down";

	static final String REFUSED_CHECK_IN = "refused-check-in";

	private static final String EMERGENCY_REQUEST = """
			{
			  "answers": {
			    "nerve-signs": ["bladder"],
			    "nerve-signs-course": "new-or-worse",
			    "age": 52
			  }
			}
			""";

	private static final String CARE_PLAN_REQUEST = """
			{
			  "answers": {
			    "nerve-signs": ["none"],
			    "body-signs": ["none"],
			    "age": 41,
			    "location": ["lower-back-left", "lower-back-centre"],
			    "duration": "6-to-12-weeks",
			    "onset": "posture-or-sitting",
			    "pain": 4,
			    "pain-pattern": "comes-and-goes",
			    "pain-trend": "same",
			    "limb-signs": ["none"],
			    "disc-diagnosis": "no",
			    "general-signs": ["none"],
			    "history": ["none"],
			    "health-today": ["none"],
			    "health-ongoing": ["blood-pressure-controlled"],
			    "skin-and-medicines": ["blood-thinners"],
			    "movement": "a-little-less",
			    "complaints": ["tension", "stiffness"],
			    "stiff-where": ["lower-back"],
			    "contributors": ["long-sitting", "continuous-stress"],
			    "main-complaint": "stiffness",
			    "preference": "no-preference",
			    "habit": "long-sitting"
			  }
			}
			""";

	private static final String REFUSED_REQUEST = """
			{
			  "answers": {
			    "nerve-signs": ["bladder", "none"],
			    "body-signs": ["chest-pain"],
			    "age": 41.0,
			    "pain": 11,
			    "shoe-size": 42
			  },
			  "name": "Alex"
			}
			""";

	private static final String STEP_DOWN_REQUEST = """
			{
			  "intake": {
			    "nerve-signs": ["none"],
			    "body-signs": ["none"],
			    "age": 41,
			    "location": ["lower-back-left"],
			    "duration": "6-to-12-weeks",
			    "onset": "posture-or-sitting",
			    "pain": 6,
			    "pain-pattern": "comes-and-goes",
			    "pain-trend": "same",
			    "limb-signs": ["none"],
			    "disc-diagnosis": "no",
			    "general-signs": ["none"],
			    "history": ["none"],
			    "health-today": ["none"],
			    "health-ongoing": ["none"],
			    "skin-and-medicines": ["none"],
			    "movement": "free",
			    "complaints": ["tension"],
			    "contributors": ["long-sitting"],
			    "preference": "no-preference"
			  },
			  "plan": {
			    "phase": "weekly",
			    "kept": {"weekly": 4, "fortnightly": 0, "monthly": 0},
			    "sensitised": false,
			    "complementary": false,
			    "habit": "long-sitting",
			    "stiffWhere": null,
			    "cleared": [],
			    "stepBacks": 0
			  },
			  "before": [
			    {
			      "day": "2026-03-02",
			      "answers": {
			        "nerve-signs": ["none"],
			        "body-signs": ["none"],
			        "new-signs": ["none"],
			        "pain": 6,
			        "pain-pattern": "comes-and-goes",
			        "activities": ["tying my shoes", "sitting at work"],
			        "activity-1": 4,
			        "activity-2": 5,
			        "confidence": 6,
			        "sleep": 3,
			        "stress": 4
			      }
			    }
			  ],
			  "now": {
			    "moment": "review",
			    "by": "client",
			    "day": "2026-03-30",
			    "answers": {
			      "nerve-signs": ["none"],
			      "body-signs": ["none"],
			      "new-signs": ["none"],
			      "after-last": "fine",
			      "pain": 3,
			      "pain-pattern": "comes-and-goes",
			      "change": "much-better",
			      "tension-now": "at-times",
			      "movement": "free",
			      "pressure-last": "right",
			      "habit-days": 5,
			      "activity-1": 8,
			      "activity-2": 7,
			      "confidence": 7,
			      "sleep": 2,
			      "stress": 3,
			      "wish": "go-on"
			    }
			  }
			}
			""";

	private static final String REFUSED_CHECK_IN_REQUEST = """
			{
			  "intake": {"body-signs": ["chest-pain"]},
			  "plan": {
			    "phase": "daily",
			    "kept": {"weekly": 100, "fortnightly": 0, "monthly": 0},
			    "sensitised": false,
			    "complementary": false,
			    "cleared": [],
			    "stepBacks": 0
			  },
			  "before": [{"day": "2026-02-30", "answers": {}}],
			  "now": {"moment": "review", "by": "client", "day": "2026-03-30", "answers": {"pain": 11}}
			}
			""";

	private final List<Example> all;

	private final List<Example> checkIns;

	Examples(TriageController triage, FollowUpController followUp, JsonMapper json) {
		this.all = Stream
			.of(call(EMERGENCY, EMERGENCY_REQUEST, triage::decide, json),
					call(CARE_PLAN, CARE_PLAN_REQUEST, triage::decide, json),
					call(REFUSED, REFUSED_REQUEST, triage::decide, json))
			.filter(Examples::showsWhatItIsMeantToShow)
			.toList();
		this.checkIns = Stream
			.of(call(STEP_DOWN, STEP_DOWN_REQUEST, followUp::decide, json),
					call(REFUSED_CHECK_IN, REFUSED_CHECK_IN_REQUEST, followUp::decide, json))
			.filter(Examples::showsWhatItIsMeantToShow)
			.toList();
	}

	/** Calls that decide a set of answers. */
	List<Example> all() {
		return this.all;
	}

	/** Calls that decide a check-in. */
	List<Example> checkIns() {
		return this.checkIns;
	}

	private static Example call(String name, String request, Function<byte[], ResponseEntity<Object>> api,
			JsonMapper json) {
		ResponseEntity<Object> response = api.apply(request.getBytes(StandardCharsets.UTF_8));
		return new Example(name, request.strip(), response.getStatusCode().value(),
				json.writerWithDefaultPrettyPrinter().writeValueAsString(response.getBody()));
	}

	private static boolean showsWhatItIsMeantToShow(Example example) {
		return example.isRefused() ? example.status() != 200
				: example.status() == 200 && example.response().contains('"' + example.name() + '"');
	}

}
