package dev.frontline.routing.watchrule;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.frontline.contracts.incident.CountEvent;
import dev.frontline.contracts.incident.CountEvent.MinuteCounted;
import dev.frontline.contracts.incident.CountEvent.PostNoted;
import dev.frontline.kit.company.Alert;
import dev.frontline.kit.company.Watch;
import dev.frontline.routing.incident.count.Counted;
import dev.frontline.routing.incident.count.Counts;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.Notices;
import dev.frontline.routing.timer.Timer;
import dev.frontline.routing.timer.Timers;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class RuleWatchingTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String BRAND = "Kettlery";

  private final MongoClient client = MongoClients.create(EmbeddedStack.get().storeUri());
  private final MongoDatabase database =
      client.getDatabase("rules-" + UUID.randomUUID().toString().substring(0, 8));
  private final Counts counts = new Counts(database);
  private final Map<String, Notice> told = new LinkedHashMap<>();
  private final List<String> tellings = new ArrayList<>();
  private Instant now = NOON;

  @AfterEach
  void drop() {
    database.drop();
    client.close();
  }

  @Test
  void threeTimesTheUsualVolumeIsToldOnceInItsCoolDown() {
    seed(rule("volume ×3 within 10 minutes, at least 10 posts", null, Duration.ofHours(1)));
    Counted<RuleWatching> watch = watching();
    for (int minute = -20; minute < 0; minute++) {
      watch.take(minute(minute, 0, 0, 0.5));
    }

    for (int minute = 0; minute < 50; minute++) {
      watch.take(minute(minute, 2, 0, 0.5));
    }

    assertThat(told.values()).extracting(Notice::title).containsExactly("Kettlery: Loud");
    Notice notice = told.values().iterator().next();
    assertThat(notice.lines().get(0)).isEqualTo("16 posts within 10 minutes where 5.0 are usual.");
    assertThat(notice.people()).containsExactly("ana");
    for (int minute = 50; minute < 70; minute++) {
      watch.take(minute(minute, 2, 0, 0.5));
    }
    assertThat(told).hasSize(2);
  }

  @Test
  void aVolumeIsNoNewsBeforeItIsKnownWhatIsUsual() {
    seed(rule("volume ×3 within 10 minutes", null, Duration.ofHours(1)));
    Counted<RuleWatching> watch = watching();

    for (int minute = 0; minute < 20; minute++) {
      MinuteCounted counted = minute(minute, 9, 0, 0.1);
      watch.take(
          new MinuteCounted(BRAND, counted.minute(), false, counted.counts(), counted.usual()));
    }

    assertThat(told).isEmpty();
  }

  @Test
  void aShareNeedsAsManyPostsAsItSays() {
    seed(rule("negative share above 40 % of at least 30 posts", null, Duration.ofHours(1)));
    Counted<RuleWatching> watch = watching();

    for (int minute = 0; minute < 14; minute++) {
      watch.take(minute(minute, 2, 1, 2));
    }
    assertThat(told).isEmpty();
    watch.take(minute(14, 2, 1, 2));

    assertThat(told.values().iterator().next().lines().get(0))
        .isEqualTo("15 of 30 posts within 60 minutes: 50 %.");
  }

  @Test
  void onePostOfAnAccountThatManyFollowIsToldWithItsPost() {
    seed(
        rule(
            "any post of an account above 100,000 followers with pr_risk",
            null,
            Duration.ofMinutes(5)));
    Counted<RuleWatching> watch = watching();

    watch.take(post("a", 99_000, List.of("pr_risk"), NOON));
    watch.take(post("b", 200_000, List.of("praise"), NOON));
    assertThat(told).isEmpty();
    watch.take(post("c", 200_000, List.of("pr_risk"), NOON));

    Notice notice = told.values().iterator().next();
    assertThat(notice.lines().get(0))
        .isEqualTo("A post of an account with 200,000 followers on mastodon: pr_risk.");
    assertThat(notice.link()).startsWith("/mentions/mastodon-");
  }

  @Test
  void aRestartThatReadsTheSameCountsAgainTellsNothingTwice() {
    seed(rule("volume ×3 within 10 minutes", null, Duration.ofHours(1)));
    List<CountEvent> counted = new ArrayList<>();
    for (int minute = 0; minute < 30; minute++) {
      counted.add(minute(minute, 2, 0, 0.5));
    }
    watching().take(counted);
    assertThat(tellings).hasSize(1);

    watching().take(counted);

    assertThat(tellings).hasSize(1);
    assertThat(told).hasSize(1);
  }

  @Test
  void aCrashBetweenTellingAndNotingTellsTheSameNoticeAgain() {
    seed(rule("volume ×3 within 10 minutes", null, Duration.ofHours(1)));
    List<CountEvent> counted = new ArrayList<>();
    for (int minute = 0; minute < 30; minute++) {
      counted.add(minute(minute, 2, 0, 0.5));
    }
    watching().take(counted);
    database.getCollection("watch_firings").drop();

    watching().take(counted);

    assertThat(tellings).hasSize(2);
    assertThat(told).hasSize(1);
  }

  @Test
  void inQuietHoursItWaitsUntilTheyEnd() {
    seed(
        rule(
            "any post of an account above 100,000 followers",
            new Alert.Quiet("11:00", "14:00"),
            Duration.ofHours(1)));

    watching().take(post("a", 200_000, List.of(), NOON));

    assertThat(told).isEmpty();
    Timers timers = new Timers(database);
    assertThat(timers.due(NOON.plus(Duration.ofMinutes(119)), 10)).isEmpty();
    Timer held = timers.due(NOON.plus(Duration.ofHours(2)), 10).get(0).timer();
    telling().fire(held, NOON.plus(Duration.ofHours(2)));
    assertThat(told.values()).extracting(Notice::title).containsExactly("Kettlery: Loud");
  }

  @Test
  void whatIsHoursOldWhenItIsReadIsNoNews() {
    seed(rule("any post of an account above 100,000 followers", null, Duration.ofHours(1)));
    now = NOON.plus(Duration.ofHours(3));

    watching().take(post("a", 200_000, List.of(), NOON));

    assertThat(told).isEmpty();
  }

  @Test
  void whatPeopleChangedOrRemovedStaysSoWhateverTheFileSays() {
    seed(rule("volume ×3", null, Duration.ofHours(1)));
    WatchRules rules = new WatchRules(database, clock());
    WatchRule stands = rules.find("loud").orElseThrow();
    assertThat(stands.file()).isTrue();
    seed(rule("volume ×4", null, Duration.ofHours(1)));
    assertThat(rules.find("loud").orElseThrow().when()).startsWith("volume ×4");

    assertThat(rules.remove(rules.find("loud").orElseThrow())).isTrue();
    seed(rule("volume ×5", null, Duration.ofHours(1)));

    assertThat(rules.find("loud")).isEmpty();
    assertThat(rules.remove(stands)).isFalse();
  }

  private static Watch rule(String when, Alert.@Nullable Quiet quiet, Duration coolDown) {
    return new Watch("loud", "Loud", when, null, null, List.of("ana"), quiet, coolDown);
  }

  private void seed(Watch watch) {
    WatchRules rules = new WatchRules(database, clock());
    rules.createIndexes();
    rules.seed(List.of(watch), now);
  }

  private Counted<RuleWatching> watching() {
    return new Counted<>(
        counts,
        new RuleWatching(
            new WatchRules(database, clock()),
            new RuleStates(database),
            counts,
            telling(),
            clock()));
  }

  private Telling telling() {
    Notices notices =
        new Notices() {
          @Override
          public void tell(Collection<Notice> all) {
            all.forEach(
                n -> {
                  tellings.add(n.id());
                  told.putIfAbsent(n.id(), n);
                });
          }
        };
    return new Telling(notices, new Timers(database), ZoneId.of("UTC"), clock());
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private static MinuteCounted minute(int afterNoon, double all, double negative, double usual) {
    return new MinuteCounted(
        BRAND,
        NOON.plusSeconds(60L * afterNoon),
        true,
        Map.of("all", all, "negative", negative),
        Map.of("all", usual));
  }

  private static PostNoted post(String id, long followers, List<String> labels, Instant at) {
    return new PostNoted(BRAND, "mastodon:" + id, at, "mastodon", followers, labels);
  }
}
