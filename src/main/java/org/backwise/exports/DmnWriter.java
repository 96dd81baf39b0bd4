package org.backwise.exports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.xml.stream.XMLStreamException;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.exports.DmnElement.Column;
import org.backwise.exports.DmnElement.Decision;
import org.backwise.exports.DmnElement.Input;
import org.backwise.exports.DmnElement.Literal;
import org.backwise.exports.DmnElement.Row;
import org.backwise.exports.DmnElement.Table;
import org.backwise.exports.DmnElement.Type;

/** Writes the elements of a model as DMN, with a diagram. */
class DmnWriter {

	private final DmnXml xml;

	private DmnWriter(DmnVersion version) throws XMLStreamException {
		this.xml = new DmnXml(version);
	}

	/** Writes. */
	static String write(List<Type> types, List<DmnElement> elements, KnowledgeBase base, DmnVersion version) {
		try {
			return new DmnWriter(version).write(types, elements, base);
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("The DMN file cannot be written", ex);
		}
	}

	private String write(List<Type> types, List<DmnElement> elements, KnowledgeBase base) throws XMLStreamException {
		this.xml.startDocument("definitions", "id", "backwise", "name", "Backwise " + base.about().version(),
				"namespace", "https://backwise.invalid/knowledge/" + base.sha256());
		this.xml.leaf("description", base.about().title() + ", version " + base.about().version() + ", SHA-256 "
				+ base.sha256() + ". " + base.about().not());
		Set<String> inputs = elements.stream()
			.filter(Input.class::isInstance)
			.map(DmnElement::name)
			.collect(Collectors.toSet());
		for (Type type : types) {
			type(type);
		}
		for (DmnElement element : elements) {
			if (element instanceof Input input) {
				input(input);
			}
			else {
				decision((Decision) element, inputs);
			}
		}
		new DmnDiagram(this.xml, elements).write();
		return this.xml.endDocument();
	}

	private void type(Type type) throws XMLStreamException {
		if (type.isList()) {
			this.xml.start("itemDefinition", "id", "type_" + type.name(), "name", type.name(), "isCollection", "true");
		}
		else {
			this.xml.start("itemDefinition", "id", "type_" + type.name(), "name", type.name());
		}
		if (!type.base().isEmpty()) {
			this.xml.leaf("typeRef", type.base());
		}
		if (!type.allowed().isEmpty()) {
			this.xml.start("allowedValues", "id", this.xml.nextId());
			this.xml.leaf("text", type.allowed());
			this.xml.end();
		}
		for (Map.Entry<String, String> part : type.parts().entrySet()) {
			this.xml.start("itemComponent", "id", this.xml.nextId(), "name", part.getKey());
			this.xml.leaf("typeRef", part.getValue());
			this.xml.end();
		}
		this.xml.end();
	}

	private void input(Input input) throws XMLStreamException {
		start("inputData", input, input.description());
		this.xml.end();
	}

	private void decision(Decision decision, Set<String> inputs) throws XMLStreamException {
		start("decision", decision, decision.description());
		for (String need : decision.needs()) {
			this.xml.start("informationRequirement", "id", decision.link(need));
			this.xml.empty(inputs.contains(need) ? "requiredInput" : "requiredDecision", "href", "#" + need);
			this.xml.end();
		}
		if (decision.logic() instanceof Literal literal) {
			expression("literalExpression", literal.feel(), "typeRef", decision.type());
		}
		else {
			table(decision.name(), (Table) decision.logic());
		}
		this.xml.end();
	}

	private void start(String kind, DmnElement element, String description) throws XMLStreamException {
		this.xml.start(kind, "id", element.name(), "name", element.name(), "label", element.label());
		this.xml.leaf("description", description);
		this.xml.empty("variable", "id", this.xml.nextId(), "name", element.name(), "typeRef", element.type());
	}

	private void expression(String kind, String feel, String... attributes) throws XMLStreamException {
		this.xml.start(kind, attributes(attributes));
		this.xml.leaf("text", feel);
		this.xml.end();
	}

	/** The attributes after a new id. */
	private String[] attributes(String... attributes) {
		String[] all = new String[attributes.length + 2];
		all[0] = "id";
		all[1] = this.xml.nextId();
		System.arraycopy(attributes, 0, all, 2, attributes.length);
		return all;
	}

	/**
	 * The output has the name of the decision, since the engines of Camunda and Operaton
	 * hand on a result under the name of its output.
	 */
	private void table(String name, Table table) throws XMLStreamException {
		this.xml.start("decisionTable", "id", this.xml.nextId(), "hitPolicy", "COLLECT", "preferredOrientation",
				"Rule-as-Row");
		for (Column column : table.columns()) {
			this.xml.start("input", "id", this.xml.nextId(), "label", column.label());
			expression("inputExpression", column.expression(), "typeRef", column.type());
			this.xml.end();
		}
		this.xml.empty("output", "id", this.xml.nextId(), "name", name);
		for (String annotation : table.annotations()) {
			this.xml.empty("annotation", "name", annotation);
		}
		for (Row row : table.rows()) {
			row(table, row);
		}
		this.xml.end();
	}

	private void row(Table table, Row row) throws XMLStreamException {
		this.xml.start("rule", "id", this.xml.nextId());
		for (Column column : table.columns()) {
			expression("inputEntry", row.tests().getOrDefault(column.expression(), "-"));
		}
		expression("outputEntry", row.result());
		for (String annotation : row.annotations()) {
			this.xml.start("annotationEntry");
			this.xml.leaf("text", annotation);
			this.xml.end();
		}
		this.xml.end();
	}

}
