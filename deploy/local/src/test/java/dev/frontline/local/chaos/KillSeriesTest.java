package dev.frontline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.local.supervise.RestartPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KillSeriesTest {

  private final PlayedTime time = new PlayedTime();
  private final PlayedStack stack = new PlayedStack();
  private final KillSeries series =
      new KillSeries(stack, time, new PrintStream(OutputStream.nullOutputStream()));

  @Test
  void everyPartIsKilledOnceBeforeAnyTwice() throws Exception {
    series.run(new KillPlan(5, StopSignal.KILL, null, 7));

    assertThat(stack.killed.subList(0, 3)).containsExactly("stack", "classify", "routing");
    assertThat(stack.killed).hasSize(5);
    assertThat(stack.told).isEmpty();
  }

  @Test
  void thePartThatIsNamedIsTheOnlyOne() throws Exception {
    series.run(new KillPlan(4, StopSignal.TERM, "classify", 7));

    assertThat(stack.told).containsOnly("classify").hasSize(4);
    assertThat(stack.killed).isEmpty();
  }

  @Test
  void thePartThatIsNamedIsNeverEndedSoOftenThatItIsGivenUp() throws Exception {
    series.run(new KillPlan(20, StopSignal.TERM, "classify", 7));

    for (int i = 1; i < stack.endedAt.size(); i++) {
      assertThat(stack.endedAt.get(i) - stack.endedAt.get(i - 1))
          .isGreaterThanOrEqualTo(RestartPolicy.HARMLESS.toNanos());
    }
  }

  @Test
  void thePartThatIsNamedIsAtWorkBeforeItIsEnded() throws Exception {
    stack.startsWithin = Duration.ofMinutes(1);

    series.run(new KillPlan(3, StopSignal.TERM, "classify", 7));

    assertThat(stack.workedBeforeEnd).allSatisfy(worked -> assertThat(worked).isGreaterThan(8));
  }

  @Test
  void endsThatAreNotCleanAreCounted() throws Exception {
    stack.ending = Ending.of(134, null, Duration.ofSeconds(1));

    int crashes = series.run(new KillPlan(3, StopSignal.TERM, "classify", 7));

    assertThat(crashes).isEqualTo(3);
  }

  @Test
  void aDeathThatNobodyAskedForIsACrash() throws Exception {
    stack.deathsOfTheirOwn = 1;

    int crashes = series.run(new KillPlan(3, StopSignal.TERM, "classify", 7));

    assertThat(crashes).isEqualTo(1);
  }

  @Test
  void aPartThatStaysAwayEndsTheRun() {
    stack.comesBack = false;

    assertThatThrownBy(() -> series.run(new KillPlan(3, StopSignal.TERM, "classify", 7)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("classify did not come back within 90 s");
  }

  /** Time that passes only when somebody waits. */
  private static final class PlayedTime implements Timing {

    private long nanos;

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public void pass(Duration duration) {
      nanos += duration.toNanos();
    }
  }

  private final class PlayedStack implements Victims {

    private final List<String> killed = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<Long> endedAt = new ArrayList<>();
    private Ending ending = Ending.of(143, null, Duration.ofSeconds(1));
    private boolean comesBack = true;
    private Duration startsWithin = Duration.ofSeconds(4);
    private final List<Long> workedBeforeEnd = new ArrayList<>();
    private long readyAt;
    private int deathsOfTheirOwn;

    @Override
    public List<String> names() {
      return List.of("stack", "classify", "routing");
    }

    @Override
    public void kill(String name) {
      killed.add(name);
      endedAt.add(time.nanos());
    }

    /** Slow at first, quicker later: what counts is when it ended. */
    @Override
    public Ending terminate(String name, Duration atMost) {
      workedBeforeEnd.add(Duration.ofNanos(time.nanos() - readyAt).toSeconds());
      time.pass(Duration.ofSeconds(told.isEmpty() ? 20 : 1));
      told.add(name);
      endedAt.add(time.nanos());
      return ending;
    }

    @Override
    public Duration worked(String name) {
      return Duration.ofNanos(time.nanos());
    }

    @Override
    public int deaths() {
      int all = killed.size() + told.size();
      return all == 0 ? 0 : all + deathsOfTheirOwn;
    }

    @Override
    public boolean awaitReady(Duration atMost) {
      time.pass(startsWithin);
      readyAt = time.nanos();
      return comesBack;
    }
  }
}
