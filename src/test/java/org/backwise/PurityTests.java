package org.backwise;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The innermost rooms are plain Java: an allow-list, checked on classes that were really
 * seen.
 */
class PurityTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.backwise");

	@Test
	void classesWereSeen() {
		assertThat(this.classes.size()).isGreaterThan(150);
		assertThat(this.classes.stream().filter((type) -> type.getPackageName().equals("org.backwise.triage")))
			.hasSizeGreaterThan(15);
		assertThat(this.classes.stream().filter((type) -> type.getPackageName().equals("org.backwise.knowledge")))
			.hasSizeGreaterThan(40);
	}

	@Test
	void triageIsPlainJava() {
		ArchRuleDefinition.classes()
			.that()
			.resideInAPackage("org.backwise.triage")
			.and(not(simpleName("package-info")))
			.should()
			.onlyDependOnClassesThat(
					resideInAnyPackage("java..", "org.jspecify..", "org.backwise.triage", "org.backwise.knowledge"))
			.check(this.classes);
	}

	@Test
	void knowledgeIsPlainJavaAndOnlyItsReaderAndItsMessagesKnowTheParser() {
		ArchRuleDefinition.classes()
			.that()
			.resideInAPackage("org.backwise.knowledge")
			.and(not(simpleName("package-info")))
			.and(not(nameMatching(
					"org\\.backwise\\.knowledge\\.(KnowledgeReader|ConditionReader|WordsFile|Sentences|OldShape|ParserWords).*")))
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "org.backwise.knowledge"))
			.check(this.classes);
	}

	/** The time of the wall jumps, and a bucket is not filled while it runs backwards. */
	@Test
	void noBucketLooksAtTheTimeOfTheWall() {
		assertThat(this.classes).filteredOn((type) -> calls(type, "io.github.bucket4j.Bucket", "builder"))
			.hasSize(2)
			.allMatch((type) -> calls(type, "io.github.bucket4j.local.LocalBucketBuilder", "withNanosecondPrecision"));
	}

	private static boolean calls(JavaClass type, String owner, String method) {
		return type.getMethodCallsFromSelf()
			.stream()
			.anyMatch((call) -> call.getTargetOwner().getName().equals(owner) && call.getName().equals(method));
	}

	@Test
	void nothingDecidesByTheClock() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage("org.backwise.triage", "org.backwise.knowledge")
			.should()
			.dependOnClassesThat(resideInAnyPackage("java.time.."))
			.check(this.classes);
		ArchRuleDefinition.noClasses()
			.should()
			.callMethod(java.time.LocalDate.class, "now")
			.orShould()
			.callMethod(java.time.Instant.class, "now")
			.check(this.classes);
	}

}
