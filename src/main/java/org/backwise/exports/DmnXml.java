package org.backwise.exports;

import java.io.StringWriter;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML elements in the namespaces of DMN, indented. */
class DmnXml {

	private static final String DC = "http://www.omg.org/spec/DMN/20180521/DC/";

	private static final String DI = "http://www.omg.org/spec/DMN/20180521/DI/";

	/** The prefixes of the namespaces. */
	static final String MODEL = "";

	static final String DIAGRAM = "dmndi";

	static final String BOUNDS = "dc";

	static final String LINES = "di";

	private final DmnVersion version;

	private final StringWriter text = new StringWriter();

	private final XMLStreamWriter xml;

	private int depth;

	private int ids;

	private boolean open;

	DmnXml(DmnVersion version) throws XMLStreamException {
		this.version = version;
		this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(this.text);
	}

	/** Starts the document with its outermost element. */
	void startDocument(String name, String... attributes) throws XMLStreamException {
		this.xml.writeStartDocument("UTF-8", "1.0");
		start(name, attributes);
		this.xml.writeDefaultNamespace(this.version.model());
		this.xml.writeNamespace(DIAGRAM, this.version.diagram());
		this.xml.writeNamespace(BOUNDS, DC);
		this.xml.writeNamespace(LINES, DI);
	}

	/** Ends the document; gives all that was written. */
	String endDocument() throws XMLStreamException {
		end();
		this.xml.writeEndDocument();
		return this.text.append('\n').toString();
	}

	/** An id that nothing else has. */
	String nextId() {
		return "_" + this.ids++;
	}

	void start(String name, String... attributes) throws XMLStreamException {
		startIn(MODEL, name, attributes);
	}

	void startIn(String prefix, String name, String... attributes) throws XMLStreamException {
		line();
		this.xml.writeStartElement(prefix, name, namespace(prefix));
		attributes(attributes);
		this.depth++;
		this.open = true;
	}

	void end() throws XMLStreamException {
		this.depth--;
		if (!this.open) {
			line();
		}
		this.xml.writeEndElement();
		this.open = false;
	}

	void empty(String name, String... attributes) throws XMLStreamException {
		emptyIn(MODEL, name, attributes);
	}

	void emptyIn(String prefix, String name, String... attributes) throws XMLStreamException {
		line();
		this.xml.writeEmptyElement(prefix, name, namespace(prefix));
		attributes(attributes);
		this.open = false;
	}

	void leaf(String name, String content) throws XMLStreamException {
		line();
		this.xml.writeStartElement(MODEL, name, namespace(MODEL));
		this.xml.writeCharacters(content);
		this.xml.writeEndElement();
		this.open = false;
	}

	private String namespace(String prefix) {
		return switch (prefix) {
			case DIAGRAM -> this.version.diagram();
			case BOUNDS -> DC;
			case LINES -> DI;
			default -> this.version.model();
		};
	}

	private void attributes(String... attributes) throws XMLStreamException {
		for (int i = 0; i < attributes.length; i += 2) {
			this.xml.writeAttribute(attributes[i], attributes[i + 1]);
		}
	}

	private void line() throws XMLStreamException {
		this.xml.writeCharacters("\n" + "\t".repeat(this.depth));
	}

}
