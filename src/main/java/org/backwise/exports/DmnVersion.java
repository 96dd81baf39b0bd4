package org.backwise.exports;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Versions of DMN in which the file is written. They differ in the namespaces alone; some
 * tools know only the older ones.
 */
public enum DmnVersion {

	/** What bpmn.io reads, and so the Camunda Modeler. */
	V1_3("1.3", "20191111"),

	/** The newest that the engines read. */
	V1_5("1.5", "20230324");

	/** The version for those who ask for none. */
	public static final DmnVersion DEFAULT = V1_5;

	private final String number;

	private final String published;

	DmnVersion(String number, String published) {
		this.number = number;
		this.published = published;
	}

	/**
	 * Finds a version.
	 * @param number what was asked for, such as {@code 1.3}
	 * @return nothing when the file is not written in it
	 */
	public static Optional<DmnVersion> numbered(String number) {
		return Arrays.stream(values()).filter((version) -> version.number.equals(number)).findFirst();
	}

	/**
	 * All there are, for a person.
	 * @return the numbers, such as {@code 1.3, 1.5}
	 */
	public static String all() {
		return Arrays.stream(values()).map(DmnVersion::toString).collect(Collectors.joining(", "));
	}

	/** The namespace of what is decided. */
	String model() {
		return "https://www.omg.org/spec/DMN/" + this.published + "/MODEL/";
	}

	/** The namespace of the diagram. */
	String diagram() {
		return "https://www.omg.org/spec/DMN/" + this.published + "/DMNDI/";
	}

	/** The number, such as {@code 1.3}. */
	@Override
	public String toString() {
		return this.number;
	}

}
