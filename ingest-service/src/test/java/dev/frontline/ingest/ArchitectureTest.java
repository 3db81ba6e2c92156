package dev.frontline.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.frontline.ingest");

  @Test
  void ingestKnowsNoOtherService() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.frontline.classify..",
            "dev.frontline.routing..",
            "dev.frontline.dashboard..",
            "dev.frontline.local..")
        .check(CLASSES);
  }

  @Test
  void featuresFormNoCircle() {
    slices().matching("dev.frontline.ingest.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noNetworkKnowsAnother() {
    slices()
        .matching("dev.frontline.ingest.network.(*)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  /** What a source may not do for itself: publish, store, wait, lease. */
  @Test
  void aNetworkOnlyTranslates() {
    noClasses()
        .that()
        .resideInAPackage("dev.frontline.ingest.network..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.mongodb..",
            "org.apache.kafka..",
            "dev.frontline.ingest.accepting..",
            "dev.frontline.ingest.lease..",
            "dev.frontline.ingest.reading..",
            "io.quarkus.scheduler..",
            "java.net.http..")
        .check(CLASSES);
  }

  @Test
  void decisionsKnowNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage("..post..", "..listening..")
        .or()
        .haveSimpleName("Admission")
        .or()
        .haveSimpleName("Matching")
        .or()
        .haveSimpleName("Conversations")
        .or()
        .haveSimpleName("OwnAccounts")
        .or()
        .haveSimpleName("Verdict")
        .or()
        .haveSimpleName("Known")
        .or()
        .haveSimpleName("Listening")
        .or()
        .haveSimpleName("SignatureCheck")
        .or()
        .haveSimpleName("FeedParser")
        .or()
        .haveSimpleName("FetchGuard")
        .or()
        .haveSimpleName("Hints")
        .or()
        .haveSimpleName("BackOff")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..", "jakarta..", "com.mongodb..", "org.apache.kafka..", "io.smallrye..")
        .check(CLASSES);
  }
}
