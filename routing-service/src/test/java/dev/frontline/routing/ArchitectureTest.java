package dev.frontline.routing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.frontline.routing");

  @Test
  void routingKnowsNoOtherService() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.frontline.ingest..",
            "dev.frontline.classify..",
            "dev.frontline.dashboard..",
            "dev.frontline.local..")
        .check(CLASSES);
  }

  @Test
  void featuresFormNoCircle() {
    slices().matching("dev.frontline.routing.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void whatBecomesOfACaseIsDecidedWithoutFrameworkStoreOrClock() {
    classes()
        .that()
        .resideInAPackage("dev.frontline.routing.casefile")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.frontline.routing.casefile",
            "dev.frontline.routing.placement",
            "dev.frontline.routing.policy",
            "dev.frontline.kit.company",
            "dev.frontline.kit.speaking",
            "dev.frontline.contracts..",
            "java..",
            "org.jspecify..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage("..casefile..", "..placement..", "..policy..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .check(CLASSES);
  }

  @Test
  void arrivalsAreHandledByPlainClassesThatTheWiringPutsTogether() {
    noClasses()
        .that()
        .resideInAPackage("dev.frontline.routing.arrival")
        .and()
        .doNotHaveSimpleName("ArrivalWiring")
        .and()
        .doNotHaveSimpleName("MentionsChannel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "jakarta..",
            "com.mongodb..",
            "org.apache.kafka..",
            "io.smallrye..",
            "org.eclipse.microprofile..")
        .check(CLASSES);
  }
}
