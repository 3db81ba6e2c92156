package dev.frontline.testkit;

import dev.frontline.local.broker.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * One broker and one store for all tests of this JVM, started empty at first use on free ports,
 * with every topic created.
 *
 * @param kafka {@code host:port} for {@code bootstrap.servers}
 * @param storeUri connection string for MongoDB's drivers, without a database
 */
public record EmbeddedStack(String kafka, String storeUri) {

  /** The departments whose queues exist. */
  public static final List<String> DEPARTMENTS =
      List.of("customer-service", "sales", "pr", "marketing", "executive", "triage");

  private static final String KAFKA = "frontline.test.stack.kafka";
  private static final String STORE = "frontline.test.stack.store";

  /**
   * The stack of this JVM: the embedded one, or containers where {@code
   * frontline.test.containers=true}.
   *
   * @throws IllegalStateException when it does not come up
   */
  public static EmbeddedStack get() {
    // Quarkus loads test classes anew for each application, statics and all: what is running is
    // kept where every class loader sees it, under a lock that they share.
    synchronized (System.getProperties()) {
      String kafka = System.getProperty(KAFKA);
      String store = System.getProperty(STORE);
      return kafka == null || store == null ? started() : new EmbeddedStack(kafka, store);
    }
  }

  private static EmbeddedStack started() {
    try {
      EmbeddedStack stack = Containers.wanted() ? Containers.start() : child();
      Topics.createMissing(stack.kafka(), DEPARTMENTS);
      System.setProperty(KAFKA, stack.kafka());
      System.setProperty(STORE, stack.storeUri());
      return stack;
    } catch (IOException | ExecutionException e) {
      throw new IllegalStateException("the test stack does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the test stack was starting", e);
    }
  }

  private static EmbeddedStack child() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("frontline-test-");
    ChildStack child = ChildStack.start(directory, StackPorts.free());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    child.kill();
                    delete(directory);
                  } catch (IOException e) {
                    System.err.println("left behind: " + directory);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
    return child.addresses();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
