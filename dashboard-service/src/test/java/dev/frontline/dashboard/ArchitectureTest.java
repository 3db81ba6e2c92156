package dev.frontline.dashboard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "dev.frontline.dashboard.";

  /** Each feature with those it is built on; whoever adds one says here what it knows. */
  private static final Map<String, List<String>> KNOWS =
      Map.ofEntries(
          Map.entry("account", List.of("problem")),
          Map.entry("problem", List.of()),
          Map.entry("report", List.of()),
          Map.entry("inbox", List.of()),
          Map.entry("readmodel", List.of("inbox")),
          Map.entry("live", List.of("inbox", "readmodel")),
          Map.entry("command", List.of("inbox", "live", "readmodel")),
          Map.entry("mention", List.of("account", "inbox", "live", "readmodel")),
          Map.entry("draft", List.of("account", "live", "problem")),
          Map.entry("deadletter", List.of("readmodel")),
          Map.entry("ops", List.of("account", "problem", "readmodel")),
          Map.entry("rising", List.of("ops")),
          Map.entry("score", List.of()),
          Map.entry("trial", List.of("readmodel")));

  /** What people and scripts reach: built on everything, known by nothing. */
  private static final List<String> OUTSIDES = List.of("api", "page");

  private static final String[] FRAMEWORKS = {
    "io.quarkus..",
    "jakarta..",
    "com.mongodb..",
    "org.bson..",
    "org.apache.kafka..",
    "io.smallrye..",
    "org.eclipse.microprofile.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.frontline.dashboard");

  @Test
  void theDashboardDecidesNothingSoItKnowsNoServiceThatDoes() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.frontline.ingest..",
            "dev.frontline.classify..",
            "dev.frontline.routing..",
            "dev.frontline.local..")
        .check(CLASSES);
  }

  @Test
  void eachFeatureKnowsOnlyThoseThatItIsBuiltOn() {
    KNOWS.forEach(
        (feature, others) ->
            noClasses()
                .that()
                .resideInAPackage(ROOT + feature)
                .should()
                .dependOnClassesThat(
                    resideInAPackage("dev.frontline.dashboard..")
                        .and(not(resideInAnyPackage(packages(feature, others)))))
                .check(CLASSES));
    classes()
        .should()
        .resideInAnyPackage(
            Stream.concat(KNOWS.keySet().stream(), OUTSIDES.stream())
                .map(ROOT::concat)
                .toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void pagesAndApiStandSideBySideAndReachNoStoreOrTopicByThemselves() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "page")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "api")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "api")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "page")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "page", ROOT + "api")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.mongodb..", "org.bson..", "org.apache.kafka..")
        .check(CLASSES);
  }

  @Test
  void whatIsWorkedOutKnowsNoFramework() {
    List<String> plain =
        List.of(
            "account.Viewer",
            "command.CaseCommand",
            "command.Verdict",
            "inbox.CaseGlance",
            "inbox.CaseQuery",
            "inbox.Folded",
            "live.CaseChange",
            "mention.Sentences",
            "ops.Cached",
            "page.AttachedView",
            "page.CurveView",
            "page.DifferencesView",
            "page.LabelView",
            "page.ModelView",
            "page.PostView",
            "page.ReplyView",
            "score.AlarmScore",
            "page.StepView",
            "page.TakeOffer",
            "deadletter.Ruling",
            "readmodel.DeadLetter",
            "readmodel.WholeLetter",
            "readmodel.StoredMention",
            "trial.TrialReport");
    for (String name : plain) {
      classes()
          .that()
          .haveFullyQualifiedName(ROOT + name)
          .should()
          .onlyDependOnClassesThat(not(resideInAnyPackage(FRAMEWORKS)))
          .check(CLASSES);
    }
  }

  @Test
  void timeAndIdsComeFromOutside() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .check(CLASSES);
  }

  private static String[] packages(String feature, List<String> others) {
    return Stream.concat(Stream.of(feature), others.stream())
        .map(ROOT::concat)
        .toArray(String[]::new);
  }
}
