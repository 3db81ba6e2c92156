package dev.frontline.dashboard.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.dashboard.Fixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaseFeedTest {

  private final StoreFixture store = new StoreFixture("case-feed-test");

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void an_older_state_that_comes_in_a_later_poll_changes_nothing() {
    store.caseFeed.consume(StoreFixture.poll(Fixture.opened(aCase("case-old", 6))));

    store.caseFeed.consume(
        StoreFixture.poll(
            Fixture.opened(aCase("case-old", 5)), Fixture.opened(aCase("case-other", 1))));

    assertThat(store.cases.find("case-old")).map(CaseState::version).contains(6L);
    assertThat(store.cases.find("case-other")).map(CaseState::version).contains(1L);
    List<Long> listed = new ArrayList<>();
    store.cases.glances(
        glance -> {
          if (glance.id().equals("case-old")) {
            listed.add(glance.version());
          }
        });
    assertThat(listed).containsExactly(6L);
  }

  @Test
  void a_newer_state_replaces_what_is_there() {
    store.caseFeed.consume(StoreFixture.poll(Fixture.opened(aCase("case-new", 1))));

    store.caseFeed.consume(StoreFixture.poll(Fixture.opened(aCase("case-new", 2))));

    assertThat(store.cases.find("case-new")).map(CaseState::version).contains(2L);
  }

  private static CaseState aCase(String id, long version) {
    Mention post = Fixture.aPost("mastodon:https://social.example/" + id, "Late");
    return Fixture.atVersion(version, Fixture.aCase(id, post, "sales"));
  }
}
