package dev.frontline.classify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String[] FRAMEWORKS = {
    "io.quarkus..", "jakarta..", "com.mongodb..", "org.apache.kafka..", "io.smallrye.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.frontline.classify");

  @Test
  void theModelKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage("..text..", "..model..", "..train..", "..eval..", "..data..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .check(CLASSES);
  }

  @Test
  void decisionsKnowNoFramework() {
    noClasses()
        .that()
        .haveSimpleName("Classifying")
        .or()
        .haveSimpleName("Correcting")
        .or()
        .haveSimpleName("StoryIndex")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .check(CLASSES);
  }

  @Test
  void featuresFormNoCircle() {
    slices().matching("dev.frontline.classify.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
