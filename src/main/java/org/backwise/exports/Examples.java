package org.backwise.exports;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

	private final List<Example> all;

	Examples(TriageController api, JsonMapper json) {
		this.all = Stream
			.of(call(EMERGENCY, EMERGENCY_REQUEST, api, json), call(CARE_PLAN, CARE_PLAN_REQUEST, api, json),
					call(REFUSED, REFUSED_REQUEST, api, json))
			.filter(Examples::showsWhatItIsMeantToShow)
			.toList();
	}

	List<Example> all() {
		return this.all;
	}

	private static Example call(String name, String request, TriageController api, JsonMapper json) {
		ResponseEntity<Object> response = api.decide(request.getBytes(StandardCharsets.UTF_8));
		return new Example(name, request.strip(), response.getStatusCode().value(),
				json.writerWithDefaultPrettyPrinter().writeValueAsString(response.getBody()));
	}

	private static boolean showsWhatItIsMeantToShow(Example example) {
		return example.name().equals(REFUSED) ? example.status() != 200
				: example.status() == 200 && example.response().contains('"' + example.name() + '"');
	}

}
