package dev.frontline.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontline.local.supervise.ChildStatus.State;
import dev.frontline.local.supervise.Supervisor.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SupervisorTest {

  @TempDir Path directory;

  private final CopyOnWriteArrayList<String> said = new CopyOnWriteArrayList<>();
  private volatile List<ChildStatus> statuses = List.of();
  private final Watcher watcher =
      new Watcher() {
        @Override
        public void changed(List<ChildStatus> children) {
          statuses = children;
        }

        @Override
        public void said(String line) {
          said.add(line);
        }
      };

  @Test
  void aStageStartsOnlyWhenTheOneBeforeIsReadyAndItsStepIsDone() throws Exception {
    CountDownLatch prepared = new CountDownLatch(2);
    Stage first =
        new Stage(
            List.of(shell("first", "echo ready; sleep 60")),
            () -> {
              prepared.countDown();
              if (prepared.getCount() > 0) {
                throw new IllegalStateException("topics are not there yet");
              }
              assertThat(statuses).last().extracting(ChildStatus::state).isEqualTo(State.WAITING);
            });
    Stage second = Stage.of(List.of(shell("second", "echo ready; sleep 60")));

    try (Running running = new Running(first, second)) {
      running.awaitUp();

      assertThat(statuses).extracting(ChildStatus::state).containsOnly(State.READY);
      assertThat(said).contains("not yet: topics are not there yet");
    }
    assertThat(statuses).extracting(ChildStatus::state).containsOnly(State.STOPPED);
  }

  @Test
  void aDeadProcessIsStartedAgain() throws Exception {
    try (Running running = new Running(Stage.of(List.of(shell("frail", "echo ready; sleep 60"))))) {
      running.awaitUp();
      long before = statuses.get(0).pid();

      ProcessHandle.of(before).orElseThrow().destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> statuses.get(0).restarts() == 1 && statuses.get(0).state() == State.READY);
      assertThat(statuses.get(0).pid()).isNotEqualTo(before);
    }
  }

  @Test
  void aProcessThatStopsByItselfIsStartedAgainAndItsExitIsKnown() throws Exception {
    try (Running running =
        new Running(
            Stage.of(
                List.of(
                    shell(
                        "tired",
                        "trap 'exit 0' TERM; echo ready; while :; do sleep 0.1; done"))))) {
      running.awaitUp();
      assertThat(statuses.get(0).lastExit()).isNull();

      ProcessHandle.of(statuses.get(0).pid()).orElseThrow().destroy();

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> statuses.get(0).restarts() == 1 && statuses.get(0).state() == State.READY);
      assertThat(statuses.get(0).lastExit()).isZero();
    }
  }

  @Test
  void aProcessThatNeverLivesIsGivenUpWithItsLastWords() throws Exception {
    Supervisor supervisor =
        new Supervisor(
            List.of(
                Stage.of(List.of(shell("good", "echo ready; sleep 60"))),
                Stage.of(List.of(shell("doomed", "echo ERROR no such store; exit 3")))),
            watcher,
            Clock.systemUTC());

    Outcome outcome = supervisor.run(() -> {});

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.NotStarted.class,
            failed ->
                assertThat(failed.why())
                    .startsWith("doomed died 5 times within a minute (exit 3), given up")
                    .endsWith("its last word: ERROR no such store"));
    assertThat(ProcessHandle.of(statuses.get(0).pid())).isEmpty();
  }

  @Test
  void stoppingEndsTheLastStageFirst() throws Exception {
    Path order = directory.resolve("order");
    String note =
        "trap 'echo %s >> " + order + "; exit 0' TERM; echo ready; while :; do sleep 0.1; done";
    try (Running running =
        new Running(
            Stage.of(List.of(shell("store", note.formatted("store")))),
            Stage.of(List.of(shell("service", note.formatted("service")))))) {
      running.awaitUp();
    }

    assertThat(Files.readAllLines(order)).containsExactly("service", "store");
  }

  private ChildSpec shell(String name, String script) {
    return new ChildSpec(
        name,
        List.of("sh", "-c", script),
        Map.of(),
        directory.resolve(name + ".log"),
        Probe.logLine("ready"));
  }

  /** A supervisor on a thread of its own until the test is over. */
  private final class Running implements AutoCloseable {

    private final Supervisor supervisor;
    private final CountDownLatch up = new CountDownLatch(1);
    private final CompletableFuture<Outcome> end;

    Running(Stage... stages) {
      supervisor = new Supervisor(List.of(stages), watcher, Clock.systemUTC());
      end =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return supervisor.run(up::countDown);
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
    }

    void awaitUp() throws InterruptedException {
      assertThat(up.await(30, TimeUnit.SECONDS)).as("up, having said " + said).isTrue();
    }

    @Override
    public void close() {
      supervisor.stop();
      end.join();
    }
  }
}
