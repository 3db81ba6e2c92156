package dev.frontline.dashboard.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Priority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseIndexTest {

  private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

  private final CaseIndex index =
      new CaseIndex(Clock.fixed(NINE.plus(Duration.ofDays(8)), ZoneOffset.UTC));

  @Test
  void an_older_version_never_replaces_a_newer_one() {
    index.accept(aCase("a", 2, "sales", CaseStatus.TAKEN, NINE));

    assertThat(index.accept(aCase("a", 1, "pr", CaseStatus.QUEUED, NINE))).isEmpty();
    assertThat(index.accept(aCase("a", 2, "pr", CaseStatus.QUEUED, NINE))).isEmpty();
    assertThat(index.find("a").orElseThrow().department()).isEqualTo("sales");
    CaseIndex.Change change =
        index.accept(aCase("a", 3, "pr", CaseStatus.QUEUED, NINE)).orElseThrow();
    assertThat(change.before()).isNotNull();
    assertThat(change.before().department()).isEqualTo("sales");
  }

  @Test
  void the_most_pressing_stand_first_and_the_resolved_last() {
    index.accept(aCase("late", 1, "sales", CaseStatus.QUEUED, NINE.plusSeconds(900)));
    index.accept(aCase("soon", 1, "sales", CaseStatus.TAKEN, NINE.plusSeconds(60)));
    index.accept(aCase("never", 1, "sales", CaseStatus.QUEUED, null));
    index.accept(aCase("done", 1, "sales", CaseStatus.RESOLVED, NINE));
    index.accept(aCase("told", 1, "sales", CaseStatus.ANSWERED, NINE));

    CaseIndex.Page first = index.page(CaseQuery.of(null), 1, 3);
    CaseIndex.Page second = index.page(CaseQuery.of(null), 2, 3);

    assertThat(first.items()).extracting(CaseGlance::id).containsExactly("soon", "late", "never");
    assertThat(second.items()).extracting(CaseGlance::id).containsExactly("told", "done");
    assertThat(first.total()).isEqualTo(5);
    assertThat(first.pages()).isEqualTo(2);
    assertThat(index.page(CaseQuery.of(null), 9, 3).items()).isEmpty();
  }

  @Test
  void a_reader_finds_only_what_they_may_see_and_asked_for() {
    index.accept(aCase("a", 1, "sales", CaseStatus.QUEUED, NINE));
    index.accept(aCase("b", 1, "pr", CaseStatus.RESOLVED, NINE));

    assertThat(ids(CaseQuery.of(Set.of("sales")))).containsExactly("a");
    assertThat(ids(new CaseQuery(null, null, "open", null, null, null, null, null)))
        .containsExactly("a");
    assertThat(ids(new CaseQuery(null, null, null, null, null, null, null, "CAFE  wrong")))
        .containsExactly("a", "b");
    assertThat(ids(new CaseQuery(null, null, null, null, null, null, null, "cafe absent")))
        .isEmpty();
    assertThat(
            ids(new CaseQuery(null, null, null, "none", "complaint", "quality", "mastodon", null)))
        .containsExactly("a", "b");
  }

  @Test
  void what_was_resolved_more_than_seven_days_ago_is_in_no_list_until_it_is_reopened() {
    Instant lately = NINE.plus(Duration.ofDays(2));
    index.accept(aCase("lately", 1, "sales", CaseStatus.RESOLVED, null, lately));
    index.accept(aCase("old", 1, "sales", CaseStatus.QUEUED, null));

    assertThat(index.accept(aCase("old", 2, "sales", CaseStatus.RESOLVED, null, NINE))).isEmpty();
    assertThat(ids(CaseQuery.of(null))).containsExactly("lately");
    assertThat(index.accept(aCase("old", 3, "sales", CaseStatus.QUEUED, null))).isPresent();

    index.accept(aCase("old", 2, "sales", CaseStatus.RESOLVED, null, NINE));

    assertThat(ids(CaseQuery.of(null))).contains("old");
  }

  private List<String> ids(CaseQuery query) {
    return index.page(query, 1, 50).items().stream().map(CaseGlance::id).toList();
  }

  @Test
  void a_theme_filter_keeps_what_is_about_it() {
    index.accept(aCase("a", 1, "sales", CaseStatus.QUEUED, null));

    assertThat(ids(new CaseQuery(null, null, null, null, null, "quality", null, null)))
        .containsExactly("a");
    assertThat(ids(new CaseQuery(null, null, null, null, null, "billing", null, null))).isEmpty();
  }

  private static CaseGlance aCase(
      String id, long version, String department, CaseStatus status, @Nullable Instant due) {
    return aCase(id, version, department, status, due, null);
  }

  private static CaseGlance aCase(
      String id,
      long version,
      String department,
      CaseStatus status,
      @Nullable Instant due,
      @Nullable Instant resolvedAt) {
    return new CaseGlance(
        id,
        version,
        "Aurora",
        "mastodon",
        "Bea",
        "Café order wrong",
        Folded.text("Bea Café order wrong"),
        status,
        department,
        Priority.NORMAL,
        null,
        due,
        null,
        false,
        "en",
        List.of("complaint"),
        1,
        0,
        10,
        "complaints",
        NINE,
        NINE,
        resolvedAt,
        false,
        false,
        null,
        List.of("quality"));
  }
}
