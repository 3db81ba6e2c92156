package dev.frontline.local.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/**
 * The process that holds broker and store. Arguments: {@code --dir DIR}, then {@code --kafka
 * PORT,CONTROLLER_PORT} and {@code --store PORT}, each optional: what is not named is not started.
 * Prints a line when clients can connect; stops cleanly on SIGTERM, and with {@code --until
 * input-closes} also when whoever started it is gone.
 */
public final class StackMain {

  /** How the line starts that says that clients can connect. */
  public static final String READY = "stack ready";

  private static final long STOP_MS = 30_000;

  private StackMain() {}

  /** Runs until told to stop. */
  public static void main(String[] args) throws IOException, InterruptedException {
    StackLog.configure();
    StackArguments arguments = StackArguments.parse(args);
    CountDownLatch stopping = new CountDownLatch(1);
    stopOnSignal(stopping, Thread.currentThread());
    if (arguments.endsWithInput()) {
      stopWithInput(stopping);
    }
    try (Stack stack = Stack.start(arguments)) {
      System.out.println(READY + " " + stack.describe());
      stopping.await();
    }
    System.out.println("stack stopped");
  }

  private static void stopOnSignal(CountDownLatch stopping, Thread main) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopping.countDown();
                  try {
                    main.join(STOP_MS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "stack-stop"));
  }

  private static void stopWithInput(CountDownLatch stopping) {
    Thread watch =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                System.err.println("input is gone: " + e.getMessage());
              }
              stopping.countDown();
            },
            "stack-input");
    watch.setDaemon(true);
    watch.start();
  }
}
