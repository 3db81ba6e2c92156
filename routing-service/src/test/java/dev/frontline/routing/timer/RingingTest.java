package dev.frontline.routing.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Instances that ring the same timers, over the real store. */
@NeedsStack
@Timeout(120)
class RingingTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final String database = "timers-" + UUID.randomUUID();
  private final List<MongoClient> clients = new ArrayList<>();
  private final List<String> fired = new CopyOnWriteArrayList<>();
  private final Timers timers = timers();

  @AfterEach
  void close() {
    clients.forEach(MongoClient::close);
  }

  @Test
  void twoInstancesThatRingAtTheSameTimeFireEachTimerOnce() throws Exception {
    List<Timer> all = IntStream.range(0, 40).mapToObj(i -> timer("t" + i, NOON)).toList();
    timers.set(all);
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService instances = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> ringing = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Ringing instance = instance(fired::add);
        ringing.add(
            instances.submit(
                () -> {
                  together.await();
                  instance.ring(NOON);
                  return null;
                }));
      }
      for (Future<?> one : ringing) {
        one.get();
      }
    } finally {
      instances.shutdownNow();
    }

    assertThat(fired)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(all.stream().map(Timer::subject).toList());
    assertThat(timers.due(NOON.plus(Duration.ofDays(1)), 100)).isEmpty();
  }

  @Test
  void whatAnInstanceDiedInIsFiredByAnotherWhenItsLeaseEndsAndNotBefore() {
    timers.set(List.of(timer("a", NOON)));
    Ringing dies =
        instance(
            subject -> {
              throw new Died();
            });
    assertThatThrownBy(() -> dies.ring(NOON)).isInstanceOf(Died.class);
    Ringing other = instance(fired::add);

    other.ring(NOON.plus(LEASE).minusMillis(1));
    assertThat(fired).isEmpty();
    other.ring(NOON.plus(LEASE));
    other.ring(NOON.plus(Duration.ofDays(1)));

    assertThat(fired).containsExactly("a");
  }

  @Test
  void aTimerSurvivesTheInstanceThatSetItAndDoesNotFireEarly() {
    timers.set(List.of(timer("a", NOON)));
    clients.get(0).close();
    Ringing restarted = instance(fired::add);

    restarted.ring(NOON.minusMillis(1));
    assertThat(fired).isEmpty();
    restarted.ring(NOON.plus(Duration.ofDays(2)));

    assertThat(fired).containsExactly("a");
  }

  @Test
  void whatFailsIsTriedAgainAndHoldsUpNobody() {
    timers.set(List.of(timer("a", NOON), timer("b", NOON)));
    List<String> tries = new ArrayList<>();
    Ringing instance =
        instance(
            subject -> {
              tries.add(subject);
              if (subject.equals("a") && tries.stream().filter("a"::equals).count() < 3) {
                throw new IllegalStateException("answered 503");
              }
              fired.add(subject);
            });

    instance.ring(NOON);
    assertThat(fired).containsExactly("b");
    instance.ring(NOON.plus(LEASE));
    instance.ring(NOON.plus(LEASE.multipliedBy(2)));
    instance.ring(NOON.plus(LEASE.multipliedBy(3)));

    assertThat(fired).containsExactly("b", "a");
  }

  @Test
  void oneThatIsSetAnewWhileItFiresStandsAtItsNewMoment() {
    timers.set(List.of(timer("a", NOON)));
    Instant later = NOON.plus(Duration.ofHours(1));
    Ringing instance =
        instance(
            subject -> {
              if (fired.isEmpty()) {
                timers.set(List.of(timer("a", later)));
              }
              fired.add(subject);
            });

    instance.ring(NOON);
    instance.ring(later.minusMillis(1));
    assertThat(fired).hasSize(1);
    instance.ring(later);

    assertThat(fired).hasSize(2);
  }

  @Test
  void oneThatWasCancelledOrIsOfNoKnownKindDoesNotFire() {
    timers.set(List.of(timer("a", NOON), new Timer("id-x", "newer", "x", NOON)));
    timers.cancel(List.of("id-a"));

    instance(fired::add).ring(NOON);

    assertThat(fired).isEmpty();
    assertThat(timers.due(NOON, 10)).extracting(c -> c.timer().id()).containsExactly("id-x");
  }

  private Timers timers() {
    MongoClient client = MongoClients.create(EmbeddedStack.get().storeUri());
    clients.add(client);
    Timers made = new Timers(client.getDatabase(database));
    made.createIndexes();
    return made;
  }

  /** As another process would: with a connection of its own. */
  private Ringing instance(Consumer<String> does) {
    TimerWork work =
        new TimerWork() {
          @Override
          public String kind() {
            return "test";
          }

          @Override
          public void fire(Timer timer, Instant now) {
            does.accept(timer.subject());
          }
        };
    return new Ringing(timers(), List.of(work), LEASE);
  }

  private static Timer timer(String subject, Instant at) {
    return new Timer("id-" + subject, "test", subject, at);
  }

  private static final class Died extends Error {}
}
