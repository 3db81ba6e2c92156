package dev.frontline.routing.arrival;

import static dev.frontline.routing.Heard.NOON;
import static dev.frontline.routing.Heard.complaint;
import static dev.frontline.routing.Heard.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.routing.Heard;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our own account answered on the network, and that is heard before the post it answers. */
@NeedsStack
@Timeout(120)
class EarlyAnswersTest {

  private static final Instant LATER = NOON.plus(Duration.ofHours(1));

  private final StoreFixture store = new StoreFixture("early-answers");

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theCaseThatThenOpensIsAnsweredAndItsClockStands() {
    store.route(ourAnswer("a1", "c1").classified());
    store.route(complaint("c1").classified());

    CaseState state = store.caseOf("mastodon:c1").state();
    assertThat(state.status()).isEqualTo(CaseStatus.ANSWERED);
    assertThat(state.due()).isNull();
    assertThat(state.assignee()).isNull();
    assertThat(state.times().firstResponseAt()).isEqualTo(LATER);
    assertThat(state.mentions())
        .extracting(m -> m.mention().id())
        .containsExactly("mastodon:c1", "mastodon:a1");
    assertThat(store.outcomes.read("mastodon:a1").orElseThrow().outcome())
        .isEqualTo(Outcome.JOINED);
    assertThat(store.outcomes.read("mastodon:c1").orElseThrow().outcome())
        .isEqualTo(Outcome.OPENED);
    assertThat(types(TopicPlan.queue("customer-service")))
        .containsExactly("queue.case-queued.v1", "queue.case-left.v1");
  }

  @Test
  void inOneBatchTooWhicheverComesFirst() {
    store.route(ourAnswer("a2", "c2").classified(), complaint("c2").classified());
    store.route(complaint("c3").classified(), ourAnswer("a3", "c3").classified());

    assertThat(store.caseOf("mastodon:c2").state().status()).isEqualTo(CaseStatus.ANSWERED);
    assertThat(store.caseOf("mastodon:c3").state().status()).isEqualTo(CaseStatus.ANSWERED);
  }

  @Test
  void twoInstancesAtOnceMissNothing() throws Exception {
    ExecutorService instances = Executors.newFixedThreadPool(2);
    for (int i = 0; i < 40; i++) {
      ClassifyEvent theirs = complaint("race-c" + i).classified();
      ClassifyEvent ours = ourAnswer("race-a" + i, "race-c" + i).classified();
      List<Callable<Void>> both = List.of(() -> routed(ours), () -> routed(theirs));
      for (Future<Void> done : instances.invokeAll(both)) {
        done.get();
      }
    }
    instances.shutdown();

    for (int i = 0; i < 40; i++) {
      CaseState state = store.caseOf("mastodon:race-c" + i).state();
      assertThat(state.status()).as("case %d", i).isEqualTo(CaseStatus.ANSWERED);
      assertThat(state.mentions()).hasSize(2);
      assertThat(store.outcomes.read("mastodon:race-a" + i).orElseThrow().outcome())
          .isEqualTo(Outcome.JOINED);
    }
  }

  @Test
  void aCrashBeforeItWasKeptIsMendedByTheSecondDelivery() {
    store.broker.sendException = new KafkaException("away");
    assertThatThrownBy(() -> store.route(ourAnswer("a4", "c4").classified()))
        .isInstanceOf(KafkaException.class);
    store.broker.sendException = null;

    store.route(ourAnswer("a4", "c4").classified());
    store.route(complaint("c4").classified());
    store.route(complaint("c4").classified());
    store.route(ourAnswer("a4", "c4").classified());

    CaseState state = store.caseOf("mastodon:c4").state();
    assertThat(state.status()).isEqualTo(CaseStatus.ANSWERED);
    assertThat(state.version()).isEqualTo(2);
  }

  @Test
  void theAnswerToTheAuthorsSecondPostCountsWhenThatPostJoins() {
    store.route(complaint("c5").classified());
    store.route(ourAnswer("a5", "second5").rootedIn("c5").classified());
    assertThat(store.caseOf("mastodon:c5").state().status()).isEqualTo(CaseStatus.QUEUED);

    store.route(post("second5").in("c5").at(NOON.plusSeconds(60)).classified());

    CaseState state = store.caseOf("mastodon:c5").state();
    assertThat(state.status()).isEqualTo(CaseStatus.ANSWERED);
    assertThat(state.due()).isNull();
    assertThat(state.mentions()).hasSize(3);
  }

  @Test
  void whoWroteAgainAfterTheAnswerStillWaits() {
    store.route(ourAnswer("a6", "c6").classified());
    store.route(
        complaint("c6").classified(),
        complaint("again6").in("c6").at(LATER.plusSeconds(60)).classified());

    CaseState state = store.caseOf("mastodon:c6").state();
    assertThat(state.status()).isEqualTo(CaseStatus.QUEUED);
    assertThat(state.due()).isNotNull();
  }

  @Test
  void anAnswerThatWasTakenBackMeanwhileAnswersNothing() {
    store.route(ourAnswer("a7", "c7").classified());
    store.route(ourAnswer("a7", "c7").withdrawn(9));
    store.route(complaint("c7").classified());

    CaseState state = store.caseOf("mastodon:c7").state();
    assertThat(state.status()).isEqualTo(CaseStatus.QUEUED);
    assertThat(state.mentions()).hasSize(1);
    assertThat(store.outcomes.read("mastodon:a7").orElseThrow().outcome())
        .isEqualTo(Outcome.WITHDRAWN);
  }

  @Test
  void anAnswerToWhatWasFiledIsSeenWhenThatIsFoundToBeAComplaint() {
    store.route(post("c8").classified());
    store.route(ourAnswer("a8", "c8").classified());
    store.route(complaint("c8").judgedAgain(ClassifyEvent.Cause.REFINED, 1, "system"));

    assertThat(store.caseOf("mastodon:c8").state().status()).isEqualTo(CaseStatus.ANSWERED);
  }

  private Void routed(ClassifyEvent event) {
    store.route(event);
    return null;
  }

  private List<String> types(String topic) {
    return store.broker.history().stream()
        .filter(r -> r.topic().equals(topic))
        .map(r -> new String(r.headers().lastHeader("ce_type").value()))
        .toList();
  }

  /** Heard before its post, so in a conversation of its own. */
  private static Heard ourAnswer(String id, String post) {
    return post(id).own().answering(post).at(LATER);
  }
}
