package org.backwise.exports;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.exports.DmnElement.Column;
import org.backwise.exports.DmnElement.Context;
import org.backwise.exports.DmnElement.Decision;
import org.backwise.exports.DmnElement.Literal;
import org.backwise.exports.DmnElement.Logic;
import org.backwise.exports.DmnElement.Output;
import org.backwise.exports.DmnElement.Row;
import org.backwise.exports.DmnElement.Table;
import org.backwise.exports.DmnElement.Type;
import org.jspecify.annotations.Nullable;

/** Writes the elements of a model as DMN 1.5, with a diagram. */
class DmnWriter {

	private static final String DMN = "https://www.omg.org/spec/DMN/20230324/MODEL/";

	private static final String DMNDI = "https://www.omg.org/spec/DMN/20230324/DMNDI/";

	private static final String DC = "http://www.omg.org/spec/DMN/20180521/DC/";

	private static final String DI = "http://www.omg.org/spec/DMN/20180521/DI/";

	private static final int WIDTH = 180;

	private static final int HEIGHT = 60;

	private static final int STEP_X = 200;

	private static final int STEP_Y = 180;

	private final StringWriter text = new StringWriter();

	private final XMLStreamWriter xml;

	private int depth;

	private int ids;

	private boolean open;

	DmnWriter() {
		try {
			this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(this.text);
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("Java without an XML writer", ex);
		}
	}

	String write(List<Type> types, List<DmnElement> elements, KnowledgeBase base) {
		try {
			this.xml.writeStartDocument("UTF-8", "1.0");
			start("definitions", "id", "backwise", "name", "Backwise " + base.about().version(), "namespace",
					"https://backwise.invalid/knowledge/" + base.sha256());
			this.xml.writeDefaultNamespace(DMN);
			this.xml.writeNamespace("dmndi", DMNDI);
			this.xml.writeNamespace("dc", DC);
			this.xml.writeNamespace("di", DI);
			leaf("description", base.about().title() + ", version " + base.about().version() + ", SHA-256 "
					+ base.sha256() + ". " + base.about().not());
			Set<String> decisions = elements.stream()
				.filter(Decision.class::isInstance)
				.map(DmnElement::name)
				.collect(Collectors.toSet());
			for (Type type : types) {
				type(type);
			}
			for (DmnElement element : elements) {
				element(element, decisions);
			}
			diagram(elements);
			end();
			this.xml.writeEndDocument();
			return this.text.append('\n').toString();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("The DMN file cannot be written", ex);
		}
	}

	private void type(Type type) throws XMLStreamException {
		if (type.isList()) {
			start("itemDefinition", "id", "type_" + type.name(), "name", type.name(), "isCollection", "true");
		}
		else {
			start("itemDefinition", "id", "type_" + type.name(), "name", type.name());
		}
		if (!type.base().isEmpty()) {
			leaf("typeRef", type.base());
		}
		if (!type.allowed().isEmpty()) {
			start("allowedValues", "id", nextId());
			leaf("text", type.allowed());
			end();
		}
		for (Map.Entry<String, String> part : type.parts().entrySet()) {
			start("itemComponent", "id", nextId(), "name", part.getKey());
			leaf("typeRef", part.getValue());
			end();
		}
		end();
	}

	private void element(DmnElement element, Set<String> decisions) throws XMLStreamException {
		if (element instanceof DmnElement.Input input) {
			start("inputData", "id", input.name(), "name", input.name(), "label", input.label());
			leaf("description", input.description());
			variable(input.name(), input.type());
		}
		else if (element instanceof Decision decision) {
			start("decision", "id", decision.name(), "name", decision.name(), "label", decision.label());
			leaf("description", decision.description());
			variable(decision.name(), decision.type());
			for (String need : decision.needs()) {
				start("informationRequirement", "id", link(need, decision));
				empty(decisions.contains(need) ? "requiredDecision" : "requiredInput", "href", "#" + need);
				end();
			}
			logic(decision.logic(), decision.type());
		}
		end();
	}

	private static String link(String need, Decision decision) {
		return "needs_" + decision.name() + "." + need;
	}

	private void variable(String name, String type) throws XMLStreamException {
		empty("variable", "id", nextId(), "name", name, "typeRef", type);
	}

	private void logic(Logic logic, String type) throws XMLStreamException {
		if (logic instanceof Literal literal) {
			literal("literalExpression", literal.feel(), type);
		}
		else if (logic instanceof Context context) {
			start("context", "id", nextId(), "typeRef", type);
			for (Map.Entry<String, String> entry : context.entries().entrySet()) {
				start("contextEntry", "id", nextId());
				variable(entry.getKey(), context.type());
				literal("literalExpression", entry.getValue(), null);
				end();
			}
			end();
		}
		else {
			table((Table) logic);
		}
	}

	private void literal(String name, String feel, @Nullable String type) throws XMLStreamException {
		if (type != null) {
			start(name, "id", nextId(), "typeRef", type);
		}
		else {
			start(name, "id", nextId());
		}
		leaf("text", feel);
		end();
	}

	private void table(Table table) throws XMLStreamException {
		start("decisionTable", "id", nextId(), "hitPolicy", "COLLECT", "preferredOrientation", "Rule-as-Row");
		for (Column column : table.columns()) {
			start("input", "id", nextId(), "label", column.label());
			literal("inputExpression", column.expression(), column.type());
			end();
		}
		for (Output output : table.outputs()) {
			if (output.name().isEmpty()) {
				empty("output", "id", nextId());
			}
			else {
				empty("output", "id", nextId(), "name", output.name(), "typeRef", output.type());
			}
		}
		for (String annotation : table.annotations()) {
			empty("annotation", "name", annotation);
		}
		for (Row row : table.rows()) {
			row(table, row);
		}
		end();
	}

	private void row(Table table, Row row) throws XMLStreamException {
		start("rule", "id", nextId());
		for (Column column : table.columns()) {
			start("inputEntry", "id", nextId());
			leaf("text", row.tests().getOrDefault(column.expression(), "-"));
			end();
		}
		for (String result : row.results()) {
			literal("outputEntry", result, null);
		}
		for (String annotation : row.annotations()) {
			start("annotationEntry");
			leaf("text", annotation);
			end();
		}
		end();
	}

	private void diagram(List<DmnElement> elements) throws XMLStreamException {
		Map<String, int[]> places = places(elements);
		startIn(DMNDI, "DMNDI");
		startIn(DMNDI, "DMNDiagram", "id", nextId(), "name", "Rules");
		for (DmnElement element : elements) {
			int[] place = places.get(element.name());
			startIn(DMNDI, "DMNShape", "id", nextId(), "dmnElementRef", element.name());
			point(DC, "Bounds", place, "height", String.valueOf(HEIGHT), "width", String.valueOf(WIDTH));
			end();
		}
		for (DmnElement element : elements) {
			if (element instanceof Decision decision) {
				for (String need : decision.needs()) {
					int[] from = places.get(need);
					int[] to = places.get(decision.name());
					startIn(DMNDI, "DMNEdge", "id", nextId(), "dmnElementRef", link(need, decision));
					point(DI, "waypoint", new int[] { from[0] + WIDTH / 2, from[1] });
					point(DI, "waypoint", new int[] { to[0] + WIDTH / 2, to[1] + HEIGHT });
					end();
				}
			}
		}
		end();
		end();
	}

	private void point(String namespace, String name, int[] place, String... more) throws XMLStreamException {
		startIn(namespace, name, more);
		this.xml.writeAttribute("x", String.valueOf(place[0]));
		this.xml.writeAttribute("y", String.valueOf(place[1]));
		end();
	}

	/** Inputs at the bottom, and every decision above what it needs. */
	private static Map<String, int[]> places(List<DmnElement> elements) {
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
		Map<String, int[]> places = new HashMap<>();
		for (DmnElement element : elements) {
			int storey = storeys.get(element.name());
			int column = inStorey.merge(storey, 1, Integer::sum) - 1;
			places.put(element.name(), new int[] { column * STEP_X, (top - storey) * STEP_Y });
		}
		return places;
	}

	private String nextId() {
		return "_" + this.ids++;
	}

	private void start(String name, String... attributes) throws XMLStreamException {
		startIn(DMN, name, attributes);
	}

	private void startIn(String namespace, String name, String... attributes) throws XMLStreamException {
		line();
		this.xml.writeStartElement(prefix(namespace), name, namespace);
		attributes(attributes);
		this.depth++;
		this.open = true;
	}

	private void end() throws XMLStreamException {
		this.depth--;
		if (!this.open) {
			line();
		}
		this.xml.writeEndElement();
		this.open = false;
	}

	private void empty(String name, String... attributes) throws XMLStreamException {
		line();
		this.xml.writeEmptyElement("", name, DMN);
		attributes(attributes);
		this.open = false;
	}

	private void leaf(String name, String content) throws XMLStreamException {
		line();
		this.xml.writeStartElement("", name, DMN);
		this.xml.writeCharacters(content);
		this.xml.writeEndElement();
		this.open = false;
	}

	private void attributes(String... attributes) throws XMLStreamException {
		for (int i = 0; i < attributes.length; i += 2) {
			this.xml.writeAttribute(attributes[i], attributes[i + 1]);
		}
	}

	private static String prefix(String namespace) {
		return switch (namespace) {
			case DMNDI -> "dmndi";
			case DC -> "dc";
			case DI -> "di";
			default -> "";
		};
	}

	private void line() throws XMLStreamException {
		this.xml.writeCharacters("\n" + "\t".repeat(this.depth));
	}

}
