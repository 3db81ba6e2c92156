package dev.frontline.routing.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.frontline.routing.policy",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PolicyArchitectureTest {

  @ArchTest
  static final ArchRule policiesArePureAndKnowNoFrameworkAndNoOtherFeature =
      classes()
          .that()
          .resideInAPackage("dev.frontline.routing.policy")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.frontline.routing.policy",
              "dev.frontline.kit.company",
              "dev.frontline.contracts..",
              "java..",
              "dev.cel..",
              "com.google.common.collect",
              "org.jspecify..");
}
