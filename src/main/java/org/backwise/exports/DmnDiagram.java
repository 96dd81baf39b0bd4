package org.backwise.exports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

import org.backwise.exports.DmnElement.Decision;

/** Draws the elements of a model. */
class DmnDiagram {

	private static final int WIDTH = 180;

	private static final int HEIGHT = 60;

	private static final int STEP_X = 200;

	private static final int STEP_Y = 180;

	private final DmnXml xml;

	private final List<DmnElement> elements;

	private final Map<String, Place> places;

	/** The upper left corner of an element. */
	private record Place(int x, int y) {

	}

	DmnDiagram(DmnXml xml, List<DmnElement> elements) {
		this.xml = xml;
		this.elements = elements;
		this.places = places(elements);
	}

	void write() throws XMLStreamException {
		this.xml.startIn(DmnXml.DIAGRAM, "DMNDI");
		this.xml.startIn(DmnXml.DIAGRAM, "DMNDiagram", "id", this.xml.nextId(), "name", "Rules");
		for (DmnElement element : this.elements) {
			Place place = place(element.name());
			shape("DMNShape", element.name());
			this.xml.emptyIn(DmnXml.BOUNDS, "Bounds", "height", String.valueOf(HEIGHT), "width", String.valueOf(WIDTH),
					"x", String.valueOf(place.x()), "y", String.valueOf(place.y()));
			this.xml.end();
		}
		for (DmnElement element : this.elements) {
			if (element instanceof Decision decision) {
				for (String need : decision.needs()) {
					shape("DMNEdge", decision.link(need));
					waypoint(place(need), 0);
					waypoint(place(decision.name()), HEIGHT);
					this.xml.end();
				}
			}
		}
		this.xml.end();
		this.xml.end();
	}

	private void shape(String name, String element) throws XMLStreamException {
		this.xml.startIn(DmnXml.DIAGRAM, name, "id", this.xml.nextId(), "dmnElementRef", element);
	}

	private void waypoint(Place place, int below) throws XMLStreamException {
		this.xml.emptyIn(DmnXml.LINES, "waypoint", "x", String.valueOf(place.x() + WIDTH / 2), "y",
				String.valueOf(place.y() + below));
	}

	private Place place(String name) {
		return this.places.getOrDefault(name, new Place(0, 0));
	}

	/** Inputs at the bottom, and every decision above what it needs. */
	private static Map<String, Place> places(List<DmnElement> elements) {
		Map<String, Integer> storeys = new HashMap<>();
		int top = 0;
		for (DmnElement element : elements) {
			int storey = 0;
			if (element instanceof Decision decision) {
				storey = 1 + decision.needs().stream().mapToInt(storeys::get).max().orElse(0);
			}
			storeys.put(element.name(), storey);
			top = Math.max(top, storey);
		}
		Map<Integer, Integer> inStorey = new HashMap<>();
		Map<String, Place> places = new HashMap<>();
		for (DmnElement element : elements) {
			int storey = storeys.getOrDefault(element.name(), 0);
			int column = inStorey.merge(storey, 1, Integer::sum) - 1;
			places.put(element.name(), new Place(column * STEP_X, (top - storey) * STEP_Y));
		}
		return places;
	}

}
