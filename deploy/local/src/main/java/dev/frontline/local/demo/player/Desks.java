package dev.frontline.local.demo.player;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Several people at work at once; what belongs to one conversation stays in order. */
final class Desks {

  private static final int PEOPLE = 8;

  private final ExecutorService people =
      Executors.newFixedThreadPool(
          PEOPLE,
          work -> {
            Thread thread = new Thread(work, "desk");
            thread.setDaemon(true);
            return thread;
          });

  private final Map<String, CompletableFuture<Void>> talks = new HashMap<>();

  /** Something that a person does. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Does it after all that was handed in for the same conversation. */
  void hand(String conversation, Work work) {
    CompletableFuture<Void> before =
        talks.getOrDefault(conversation, CompletableFuture.completedFuture(null));
    talks.put(conversation, before.thenRunAsync(() -> done(work), people));
  }

  /**
   * Waits until all of the conversation is done.
   *
   * @throws IOException where something could not be
   */
  void await(String conversation) throws IOException {
    CompletableFuture<Void> talk = talks.get(conversation);
    if (talk != null) {
      join(talk);
    }
  }

  /** Waits until everything is done, also where something could not be; then they are free. */
  void awaitAll() throws IOException {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(talks.values().toArray(CompletableFuture[]::new));
    talks.clear();
    join(all);
  }

  private static void join(CompletableFuture<Void> talk) throws IOException {
    try {
      talk.join();
    } catch (CompletionException e) {
      throw new IOException("somebody of the story could not act", e.getCause());
    }
  }

  private static void done(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}
