package dev.frontline.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class KitArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.frontline.kit");

  @Test
  void theKitKnowsNoService() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.frontline.ingest..",
            "dev.frontline.classify..",
            "dev.frontline.routing..",
            "dev.frontline.dashboard..",
            "dev.frontline.local..")
        .check(CLASSES);
  }

  @Test
  void itsPartsFormNoCircle() {
    slices().matching("dev.frontline.kit.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theCompanyFileKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("..company..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..", "jakarta..", "com.mongodb..", "org.apache.kafka..", "io.smallrye..")
        .check(CLASSES);
  }
}
