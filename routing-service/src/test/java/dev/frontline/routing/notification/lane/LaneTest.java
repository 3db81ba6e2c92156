package dev.frontline.routing.notification.lane;

import static dev.frontline.routing.notification.NoticeFixture.NOON;
import static dev.frontline.routing.notification.NoticeFixture.aLead;
import static dev.frontline.routing.notification.NoticeFixture.anIncident;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.frontline.routing.notification.Attempting;
import dev.frontline.routing.notification.Deliveries;
import dev.frontline.routing.notification.Delivery;
import dev.frontline.routing.notification.Delivery.State;
import dev.frontline.routing.notification.DeliveryQuery;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.StoredNotices;
import dev.frontline.routing.notification.sink.Answer;
import dev.frontline.routing.notification.sink.Message;
import dev.frontline.routing.notification.sink.Wording;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sending on a virtual clock, over the real store. */
@NeedsStack
@Timeout(120)
class LaneTest {

  private final MongoClient client = MongoClients.create(EmbeddedStack.get().storeUri());
  private final VirtualClock clock = new VirtualClock(NOON);
  private final Deliveries deliveries =
      new Deliveries(client.getDatabase("lanes-" + UUID.randomUUID()));

  /** States that were noted, in order. */
  private final List<State> noted = new java.util.concurrent.CopyOnWriteArrayList<>();

  LaneTest() {
    deliveries.createIndexes();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSinkThatIsDownForTenMinutesGetsEveryAlertOnceWithinAMinuteOfItsReturn(boolean keys) {
    ScriptedSink sink = new ScriptedSink(keys);
    sink.says = message -> new Answer.Down("could not be reached");
    Lane lane = lane("one", sink);
    Instant back = NOON.plus(Duration.ofMinutes(10));
    for (int i = 0; i < 5; i++) {
      tell(aLead("n" + i));
      runUntil(lane, NOON.plus(Duration.ofMinutes(i + 1)));
    }
    runUntil(lane, back);
    assertThat(sink.shown()).isEmpty();
    assertThat(lane.state().health()).isEqualTo(SinkState.Health.AWAY);
    assertThat(deliveries.oldestWaiting("chat")).contains(NOON);
    assertThat(noted).isNotEmpty().containsOnly(State.QUEUED);

    sink.says = sink::take;
    runUntil(lane, back.plus(Duration.ofMinutes(1)));

    assertThat(sink.shown()).hasSize(5);
    assertThat(lane.state().health()).isEqualTo(SinkState.Health.WORKING);
    assertThat(deliveries.oldestWaiting("chat")).isEmpty();
    assertThat(noted).filteredOn(state -> state == State.SENT).hasSize(5);
    for (int i = 0; i < 5; i++) {
      Delivery delivery = delivery("n" + i);
      assertThat(delivery.state()).isEqualTo(State.SENT);
      assertThat(delivery.uncertain()).isZero();
    }
    assertThat(delivery("n0").log())
        .extracting(Delivery.Line::what)
        .anyMatch(w -> w.contains("could not"));
  }

  @Test
  void aSinkThatAsksForAPauseGetsItAndThenEverything() {
    ScriptedSink sink = new ScriptedSink(false);
    Instant open = NOON.plusSeconds(90);
    List<Instant> tries = new ArrayList<>();
    sink.says =
        message -> {
          tries.add(clock.instant());
          return clock.instant().isBefore(open)
              ? new Answer.Busy("answered 429", Duration.between(clock.instant(), open))
              : sink.take(message);
        };
    Lane lane = lane("one", sink);
    tell(aLead("a"), aLead("b"), aLead("c"));

    runUntil(lane, NOON.plusSeconds(180));

    assertThat(tries).as("one try before the pause is over, none in it").hasSize(4);
    assertThat(tries.subList(1, 4)).allMatch(at -> !at.isBefore(open));
    assertThat(sink.shown()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(delivery("a").uncertain()).isZero();
  }

  @Test
  void aSinkWithoutKeysThatHangsIsAskedWhetherItIsThereAndThenGetsTheAlertAtMostOnceMore() {
    ScriptedSink sink = new ScriptedSink(false);
    sink.answers = false;
    sink.says =
        message -> {
          sink.take(message); // it shows it, and its answer is never heard
          clock.pass(Duration.ofSeconds(10));
          return new Answer.Lost("gave no answer in time");
        };
    Lane lane = lane("one", sink);
    tell(aLead("a"), aLead("b"));
    runUntil(lane, NOON.plus(Duration.ofMinutes(10)));
    assertThat(sink.tries("a") + sink.tries("b")).as("only one was risked").isEqualTo(1);
    assertThat(sink.asked).isGreaterThan(5);

    sink.answers = true;
    sink.says = sink::take;
    runUntil(lane, NOON.plus(Duration.ofMinutes(12)));

    assertThat(sink.shown()).containsExactlyInAnyOrder("a", "a", "b");
    assertThat(delivery("a").state()).isEqualTo(State.SENT);
    assertThat(delivery("a").uncertain()).isEqualTo(1);
    assertThat(delivery("a").log())
        .extracting(Delivery.Line::what)
        .anyMatch(w -> w.contains("gave no answer"));
    assertThat(delivery("b").uncertain()).isZero();
  }

  @Test
  void aSinkWithoutKeysThatLosesItsAnswerTwiceIsNeverTriedAThirdTime() {
    ScriptedSink sink = new ScriptedSink(false);
    sink.says = message -> new Answer.Lost("gave no answer in time");
    Lane lane = lane("one", sink);
    tell(aLead("a"));

    runUntil(lane, NOON.plus(Duration.ofMinutes(30)));

    assertThat(sink.tries("a")).isEqualTo(2);
    assertThat(delivery("a").state()).isEqualTo(State.UNKNOWN);
    assertThat(deliveries.waiting("chat")).isZero();
  }

  @Test
  void aSinkWithKeysThatHangsIsTriedUntilItAnswersAndShowsTheAlertOnce() {
    ScriptedSink sink = new ScriptedSink(true);
    sink.says =
        message -> {
          sink.take(message);
          clock.pass(Duration.ofSeconds(10));
          return new Answer.Lost("gave no answer in time");
        };
    Lane lane = lane("one", sink);
    tell(aLead("a"));
    runUntil(lane, NOON.plus(Duration.ofMinutes(10)));
    assertThat(sink.tries("a")).isGreaterThan(5);

    sink.says = sink::take;
    runUntil(lane, NOON.plus(Duration.ofMinutes(12)));

    assertThat(sink.shown()).hasSize(1);
    assertThat(delivery("a").state()).isEqualTo(State.SENT);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anInstanceThatDiesBetweenSendingAndNotingIsFollowedByAnotherThatSaysSo(boolean keys) {
    ScriptedSink sink = new ScriptedSink(keys);
    tell(aLead("a"));
    Lane dying = lane("one", sink);
    sink.says =
        message -> {
          sink.take(message);
          throw new Killed();
        };
    stepUntilKilled(dying);
    sink.says = sink::take;
    Lane other = lane("two", sink);
    runUntil(other, NOON.plusSeconds(25));
    assertThat(sink.tries("a")).as("the dead one's lease still holds").isEqualTo(1);

    runUntil(other, NOON.plusSeconds(60));

    assertThat(sink.tries("a")).isEqualTo(2);
    assertThat(sink.shown()).hasSize(keys ? 1 : 2);
    Delivery delivery = delivery("a");
    assertThat(delivery.state()).isEqualTo(State.SENT);
    assertThat(delivery.log())
        .extracting(Delivery.Line::what)
        .anyMatch(
            what ->
                what.startsWith("one stopped while sending it")
                    && what.endsWith(keys ? "under the same key" : "it may be there twice"));
    runUntil(lane("one", sink), NOON.plus(Duration.ofHours(1)));
    assertThat(sink.tries("a")).isEqualTo(2);
  }

  @Test
  void instancesThatSendSideBySideNeverBothSendOne() throws Exception {
    ScriptedSink sink = new ScriptedSink(false);
    List<String> sent = java.util.Collections.synchronizedList(new ArrayList<>());
    sink.says =
        message -> {
          sent.add(message.notice().id());
          return new Answer.Taken("answered 200");
        };
    Notice[] notices = new Notice[40];
    for (int i = 0; i < notices.length; i++) {
      notices[i] = anIncident("n" + i);
    }
    tell(notices);
    List<Thread> instances = new ArrayList<>();
    for (String name : List.of("one", "two", "three")) {
      Lane lane = lane(name, sink);
      Thread thread =
          new Thread(
              () -> {
                while (!lane.step().equals(Instant.MAX)) {
                  Thread.onSpinWait();
                }
              });
      instances.add(thread);
      thread.start();
    }
    for (Thread instance : instances) {
      instance.join();
    }

    assertThat(sent).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void whatIsToldAgainAfterACrashIsSentOnce() {
    ScriptedSink sink = new ScriptedSink(false);
    tell(aLead("a"));
    tell(aLead("a"));
    Lane lane = lane("one", sink);
    runUntil(lane, NOON.plusSeconds(5));

    tell(aLead("a"));
    runUntil(lane, NOON.plusSeconds(10));

    assertThat(sink.shown()).containsExactly("a");
  }

  @Test
  void aFloodIsToldInAFewMessagesThatSayEverythingOnce() {
    ScriptedSink sink = new ScriptedSink(false);
    List<String> lines = new ArrayList<>();
    sink.says =
        message -> {
          clock.pass(Duration.ofSeconds(1));
          lines.addAll(message.lines());
          return sink.take(message);
        };
    Notice[] flood = new Notice[50];
    for (int i = 0; i < flood.length; i++) {
      flood[i] = aLead("n" + i);
    }
    tell(flood);
    tell(anIncident("fire"));

    runUntil(lane("one", sink), NOON.plusSeconds(12));

    assertThat(sink.shown()).startsWith("fire").hasSize(1 + 5 + 1);
    assertThat(
            deliveries
                .list(new DeliveryQuery(null, null, null, State.SENT, "lead", 1, 200))
                .total())
        .as("50 leads and the digest that gathered 45 of them")
        .isEqualTo(51);
    assertThat(lines).filteredOn(line -> line.startsWith("gathered ")).hasSize(45);
  }

  @Test
  void theMostPressingGoesFirst() {
    ScriptedSink sink = new ScriptedSink(false);
    tell(aLead("a"), aLead("b"));
    clock.pass(Duration.ofSeconds(1));
    tell(anIncident("fire"));

    runUntil(lane("one", sink), NOON.plusSeconds(5));

    assertThat(sink.shown()).containsExactly("fire", "a", "b");
  }

  @Test
  void oneMessageThatIsRefusedHoldsUpNobodyAndCanBeSentAgainByAPerson() {
    ScriptedSink sink = new ScriptedSink(false);
    sink.says =
        message ->
            message.notice().id().equals("bad")
                ? new Answer.Refused("answered 400: invalid_payload")
                : sink.take(message);
    Lane lane = lane("one", sink);
    tell(aLead("bad"), aLead("good"));
    runUntil(lane, NOON.plusSeconds(5));
    assertThat(sink.shown()).containsExactly("good");
    assertThat(delivery("bad").state()).isEqualTo(State.FAILED);

    sink.says = sink::take;
    String key = delivery("bad").key();
    deliveries.write(Attempting.replay(delivery("bad"), "lea", clock.instant()));
    runUntil(lane, NOON.plusSeconds(10));

    assertThat(delivery("bad").state()).isEqualTo(State.SENT);
    assertThat(delivery("bad").key())
        .as("a receiver that has it after all knows it")
        .isEqualTo(key);
    assertThat(delivery("bad").log()).extracting(Delivery.Line::by).contains("lea");
  }

  @Test
  void aMessageThatCannotEvenBeWrittenHoldsUpNobody() {
    ScriptedSink sink = new ScriptedSink(false);
    sink.says =
        message -> {
          if (message.notice().id().equals("odd")) {
            throw new IllegalArgumentException("a header with a line break");
          }
          return sink.take(message);
        };
    tell(aLead("odd"), aLead("good"));

    runUntil(lane("one", sink), NOON.plus(Duration.ofMinutes(5)));

    assertThat(sink.shown()).containsExactly("good");
    assertThat(delivery("odd").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aSinkThatIsClosedKeepsItsAlertsForAPersonAndGivesThemUpAfterADay() {
    ScriptedSink sink = new ScriptedSink(false);
    sink.says = message -> new Answer.Closed("answered 410: channel_is_archived");
    Lane lane = lane("one", sink);
    tell(aLead("a"));
    runUntil(lane, NOON.plus(Duration.ofHours(2)));
    assertThat(delivery("a").state()).isEqualTo(State.QUEUED);
    assertThat(lane.state().health()).isEqualTo(SinkState.Health.CLOSED);

    runUntil(lane, NOON.plus(Duration.ofHours(25)));

    assertThat(delivery("a").state()).isEqualTo(State.FAILED);
  }

  @Test
  void wordsThatAreTakenOutWhileItIsSentDoNotMakeItGoTwice() {
    ScriptedSink sink = new ScriptedSink(false);
    sink.says =
        message -> {
          deliveries.redact(List.of("case-a"), clock.instant());
          return sink.take(message);
        };
    tell(aLead("a"));
    runUntil(lane("one", sink), NOON.plus(Duration.ofMinutes(5)));

    assertThat(sink.tries("a")).isEqualTo(1);
    assertThat(delivery("a").state()).isEqualTo(State.SENT);
    assertThat(delivery("a").notice().title()).doesNotContain("Kim");
    assertThat(delivery("a").notice().lines()).isEmpty();
  }

  private void tell(Notice... notices) {
    new StoredNotices(
            (notice, now) -> List.of(Delivery.queued(notice, "chat", "", now, now)),
            deliveries,
            () -> {},
            clock)
        .tell(List.of(notices));
  }

  private Lane lane(String instance, ScriptedSink sink) {
    return new Lane(
        "chat",
        instance,
        sink,
        deliveries,
        this::words,
        Duration.ofDays(1),
        clock,
        () -> 1.0,
        (name, delivery) -> noted.add(delivery.state()));
  }

  private Wording words(Delivery delivery) {
    Notice notice = delivery.notice();
    List<String> lines =
        delivery.gathers()
            ? deliveries.collectedFor(delivery.id()).stream()
                .map(one -> "gathered " + one.notice().id())
                .toList()
            : notice.lines();
    return Wording.say(new Message(delivery.key(), notice, notice.title(), lines, null, null));
  }

  /** Lets the lane do its work until then, looking every second as it does when it runs. */
  private void runUntil(Lane lane, Instant end) {
    while (clock.instant().isBefore(end)) {
      Instant next = lane.step();
      Instant second = clock.instant().plusSeconds(1);
      clock.at(next.isBefore(second) ? next : second);
    }
  }

  private static void stepUntilKilled(Lane lane) {
    try {
      lane.step();
    } catch (Killed e) {
      return;
    }
    throw new AssertionError("was not killed");
  }

  private Delivery delivery(String noticeId) {
    return deliveries.find(Delivery.idOf(noticeId, "chat", "")).orElseThrow();
  }

  private static final class Killed extends Error {}
}
