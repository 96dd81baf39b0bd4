package org.backwise.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** A body for {@code POST /api/follow-up}, about a made-up person of forty. */
final class CheckInBody {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String PERSON = """
			{
			  "intake": {"nerve-signs": ["none"], "body-signs": ["none"], "age": 40, "location": ["lower-back-left"],
			    "duration": "2-to-6-weeks", "onset": "gradual", "pain": 6, "pain-pattern": "comes-and-goes",
			    "pain-trend": "same", "limb-signs": ["none"], "disc-diagnosis": "no", "general-signs": ["none"],
			    "history": ["none"], "health-today": ["none"], "health-ongoing": ["none"],
			    "skin-and-medicines": ["none"], "movement": "a-little-less", "complaints": ["tension"], "main-complaint": "tension",
			    "contributors": ["long-sitting"], "preference": "no-preference"},
			  "plan": {"phase": "weekly", "kept": {"weekly": 4, "fortnightly": 0, "monthly": 0}, "sensitised": false,
			    "complementary": false, "habit": "long-sitting", "stiffWhere": null, "cleared": [], "stepBacks": 0},
			  "before": [{"day": "2026-03-02", "answers": {"nerve-signs": ["none"], "body-signs": ["none"],
			    "new-signs": ["none"], "pain": 6, "pain-pattern": "comes-and-goes",
			    "activities": ["tying my shoes", "the stairs", "sitting at work"],
			    "activity-1": 4, "activity-2": 4, "activity-3": 4, "confidence": 6, "sleep": 2, "stress": 2}}],
			  "now": {"moment": "review", "by": "client", "day": "2026-03-30", "answers": {"nerve-signs": ["none"],
			    "body-signs": ["none"], "new-signs": ["none"], "after-last": "fine", "pain": 3,
			    "pain-pattern": "comes-and-goes", "change": "much-better", "tension-now": "at-times",
			    "movement": "free", "pressure-last": "right", "habit-days": 5, "activity-1": 7, "activity-2": 7,
			    "activity-3": 6, "confidence": 7, "sleep": 2, "stress": 2, "wish": "go-on"}}
			}
			""";

	private final Map<String, Object> body;

	private CheckInBody(Map<String, Object> body) {
		this.body = body;
	}

	/** Somebody who responds clearly after four weekly sessions. */
	static CheckInBody responding() {
		return new CheckInBody(tree(PERSON));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> tree(String json) {
		return JSON.readValue(json, LinkedHashMap.class);
	}

	/** A value at a path, such as {@code now/answers/pain}, as JSON. */
	CheckInBody put(String path, String json) {
		Object value = JSON.readValue(json, Object.class);
		Object last = at(path);
		if (last instanceof List<?> list) {
			writable(list).set(Integer.parseInt(key(path)), value);
		}
		else {
			writable(last).put(key(path), value);
		}
		return this;
	}

	CheckInBody remove(String path) {
		writable(at(path)).remove(key(path));
		return this;
	}

	CheckInBody kept(String phase, int kept) {
		return put("plan/phase", '"' + phase + '"').put("plan/kept/" + phase, Integer.toString(kept));
	}

	/** A check-in before this one, with the answers of this one but for some. */
	CheckInBody before(String day, String changes) {
		Map<String, Object> answers = new LinkedHashMap<>(writable(writable(this.body.get("now")).get("answers")));
		answers.putAll(tree(changes));
		return before(Map.of("day", day, "answers", answers));
	}

	CheckInBody missed(String day) {
		return before(Map.of("day", day, "answers", Map.of()));
	}

	CheckInBody now(String changes) {
		writable(writable(this.body.get("now")).get("answers")).putAll(tree(changes));
		return this;
	}

	String json() {
		return JSON.writeValueAsString(this.body);
	}

	private CheckInBody before(Map<String, Object> sheet) {
		List<Object> before = new ArrayList<>((List<?>) this.body.get("before"));
		before.add(sheet);
		this.body.put("before", before);
		return this;
	}

	private Object at(String path) {
		Object at = this.body;
		String[] keys = path.split("/");
		for (int i = 0; i < keys.length - 1; i++) {
			at = (at instanceof List<?> list) ? list.get(Integer.parseInt(keys[i])) : writable(at).get(keys[i]);
		}
		return at;
	}

	private static String key(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> writable(Object map) {
		return (Map<String, Object>) map;
	}

	@SuppressWarnings("unchecked")
	private static List<Object> writable(List<?> list) {
		return (List<Object>) list;
	}

}
