package dev.frontline.classify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.frontline.classify",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theModelKnowsNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage("..text..", "..model..", "..train..", "..eval..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..", "jakarta..", "com.mongodb..", "org.apache.kafka..", "io.smallrye..");

  @ArchTest
  static final ArchRule decisionsKnowNoFramework =
      noClasses()
          .that()
          .haveSimpleName("Classifying")
          .or()
          .haveSimpleName("Correcting")
          .or()
          .haveSimpleName("StoryIndex")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "jakarta..", "com.mongodb..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule featuresFormNoCircle =
      slices().matching("dev.frontline.classify.(*)..").should().beFreeOfCycles();
}
