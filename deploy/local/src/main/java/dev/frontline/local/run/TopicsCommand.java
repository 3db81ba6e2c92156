package dev.frontline.local.run;

import dev.frontline.kit.company.Company;
import dev.frontline.local.Trouble;
import dev.frontline.local.broker.Topics;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;

/** Creates the topics that the Kafka at {@code FRONTLINE_KAFKA} does not have yet. */
@Command(name = "topics", description = "Creates the topics that a Kafka of yours does not have.")
public final class TopicsCommand implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    Surroundings around = Surroundings.of(System.getenv());
    Company company = around.company(System.getenv());
    String kafka = around.neighbours().kafka();
    try {
      System.out.printf(
          "%d topics created on %s%n", Topics.createMissing(kafka, company.queues()), kafka);
      return 0;
    } catch (ExecutionException e) {
      throw new Trouble("Kafka at " + kafka + ": " + e.getCause().getMessage(), e);
    }
  }
}
