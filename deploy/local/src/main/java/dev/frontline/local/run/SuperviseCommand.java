package dev.frontline.local.run;

import dev.frontline.kit.company.Company;
import dev.frontline.local.Trouble;
import dev.frontline.local.run.StackState.Phase;
import dev.frontline.local.supervise.Supervisor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The process behind {@code up}: it looks after the parts until it is told to stop. */
@Command(name = "supervise", hidden = true, description = "Looks after the parts; started by up.")
public final class SuperviseCommand implements Callable<Integer> {

  private static final long STOP_MS = 120_000;

  @Option(names = "--demo")
  private boolean demo;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, String> environment = System.getenv();
    Surroundings around = Surroundings.of(environment);
    Company company = around.company(environment);
    ChildEnvironment children =
        new ChildEnvironment(around, around.secrets(company), demo, environment);
    LaunchPlan plan = new LaunchPlan(around, children, company);
    Files.createDirectories(around.home().run());
    // Held as long as this process lives: two supervisors over one folder would fight.
    try (FileChannel lock =
        FileChannel.open(
            around.home().run().resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      if (lock.tryLock() == null) {
        throw new Trouble("another supervisor looks after " + around.home().directory());
      }
      return supervise(around, plan);
    }
  }

  private int supervise(Surroundings around, LaunchPlan plan) throws InterruptedException {
    Clock clock = Clock.systemUTC();
    Telling telling =
        new Telling(demo, clock, state -> state.write(around.home()), System.out::println);
    Supervisor supervisor = new Supervisor(plan.stages(demo), telling, clock);
    CountDownLatch ended = new CountDownLatch(1);
    stopOnSignal(supervisor, ended, telling);
    try {
      if (supervisor.run(() -> telling.enter(Phase.UP, "up"))
          instanceof Supervisor.Outcome.NotStarted failed) {
        telling.enter(Phase.FAILED, failed.why());
        return 1;
      }
      telling.enter(Phase.STOPPED, "stopped");
      return 0;
    } finally {
      ended.countDown();
    }
  }

  private static void stopOnSignal(Supervisor supervisor, CountDownLatch ended, Telling telling) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  telling.stopping();
                  supervisor.stop();
                  try {
                    // Not the main thread's own end: it waits for this very hook to exit.
                    if (!ended.await(STOP_MS, TimeUnit.MILLISECONDS)) {
                      telling.said("not everything ended in time");
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "supervisor-stop"));
  }
}
