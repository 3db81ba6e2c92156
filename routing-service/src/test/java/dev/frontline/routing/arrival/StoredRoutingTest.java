package dev.frontline.routing.arrival;

import static dev.frontline.routing.Heard.complaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.routing.Heard;
import dev.frontline.testkit.NeedsStack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NeedsStack
@Timeout(120)
class StoredRoutingTest {

  private final StoreFixture store = new StoreFixture("stored-routing");

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void instancesThatRaceForOneMatterOpenOneCaseThatHoldsEveryPost() throws Exception {
    ExecutorService instances = Executors.newFixedThreadPool(4);
    List<Callable<Void>> jobs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ClassifyEvent post = now(complaint("race-" + i).in("race")).classified();
      ClassifyEvent same = now(complaint("race-same").in("race")).classified();
      jobs.add(
          () -> {
            store.route(post, same);
            return null;
          });
    }
    for (Future<Void> done : instances.invokeAll(jobs)) {
      done.get();
    }
    instances.shutdown();

    assertThat(store.caseOf("mastodon:race-same").state().mentions())
        .extracting(m -> m.mention().id())
        .containsExactlyInAnyOrder(
            "mastodon:race-0",
            "mastodon:race-1",
            "mastodon:race-2",
            "mastodon:race-3",
            "mastodon:race-same");
    assertThat(store.caseOf("mastodon:race-same").state().version()).isEqualTo(5);
  }

  @Test
  void whatTheBrokerDidNotTakeIsToldWhenThePostIsDeliveredAgain() {
    ClassifyEvent post = now(complaint("untold")).classified();
    store.broker.sendException = new KafkaException("away");

    assertThatThrownBy(() -> store.route(post)).isInstanceOf(KafkaException.class);
    assertThat(store.caseOf("mastodon:untold").outbox()).isNotEmpty();
    store.broker.sendException = null;
    store.route(post);

    assertThat(store.caseOf("mastodon:untold").outbox()).isEmpty();
    assertThat(store.broker.history())
        .extracting(r -> r.topic())
        .containsExactly(TopicPlan.CASES, TopicPlan.queue("customer-service"), TopicPlan.ROUTED);
  }

  @Test
  void aPostAndItsRepostInOneBatchAreOneCase() {
    store.route(
        now(complaint("orig")).classified(),
        now(complaint("copy").by("lou").repostOf("orig")).classified());

    assertThat(store.caseOf("mastodon:orig").state().folded()).isEqualTo(1);
    assertThat(store.outcomes.read("mastodon:copy").orElseThrow().event().caseIds())
        .containsExactly(store.caseOf("mastodon:orig").state().id());
  }

  private static Heard now(Heard post) {
    return post.at(Instant.now());
  }

  @Test
  void whatWaitsForAnOwnerIsFoundByDepartment() {
    store.route(now(complaint("unowned").labelled("pr_risk")).classified());
    store.route(now(complaint("owned")).classified());

    assertThat(store.cases.waiting(Set.of("pr", "customer-service"), List.of(), 10))
        .extracting(d -> d.state().mentions().get(0).mention().id())
        .containsExactly("mastodon:unowned");
    assertThat(store.cases.waiting(Set.of("customer-service"), List.of("ana"), 10)).hasSize(1);
  }
}
