package dev.frontline.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.frontline.contracts",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ContractsArchitectureTest {

  @ArchTest
  static final ArchRule contractsArePlainJavaAndUseNoFramework =
      classes()
          .that()
          .resideInAPackage("dev.frontline.contracts..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.frontline.contracts..",
              "java..",
              "com.fasterxml.jackson..",
              "org.apache.kafka..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule eventsDoNotKnowKafka =
      noClasses()
          .that()
          .resideInAPackage("dev.frontline.contracts.*..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule packagesOfEventsHaveNoCycles =
      slices().matching("dev.frontline.contracts.(*)..").should().beFreeOfCycles();
}
