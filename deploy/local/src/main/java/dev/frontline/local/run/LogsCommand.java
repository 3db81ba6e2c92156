package dev.frontline.local.run;

import dev.frontline.local.Trouble;
import dev.frontline.local.place.Home;
import dev.frontline.local.supervise.LogTail;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of a part's log and follows it until Ctrl-C. */
@Command(name = "logs", description = "Follows the log of a part.")
public final class LogsCommand implements Callable<Integer> {

  private static final long POLL_MS = 300;

  @Parameters(
      paramLabel = "SERVICE",
      description = "stack, classify, routing, ingest, dashboard, demo or supervisor")
  private String service = "";

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "50",
      description = "How many lines first.")
  private int lines;

  @Option(names = "--no-follow", description = "Ends after the last line.")
  private boolean noFollow;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Surroundings.of(System.getenv()).home();
    Path log = home.log(service);
    if (!service.matches("[a-z-]+") || Files.notExists(log)) {
      throw new Trouble(
          "no log of " + service + " in " + home.logs() + "; there are: " + all(home));
    }
    long at = Files.size(log);
    LogTail.last(log, lines).forEach(out::println);
    while (!noFollow) {
      Thread.sleep(POLL_MS);
      at = follow(log, at);
    }
    return 0;
  }

  private long follow(Path log, long from) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      // Shorter than before: it was begun anew.
      long start = file.length() < from ? 0 : from;
      byte[] fresh = new byte[(int) Math.min(file.length() - start, 1 << 20)];
      file.seek(start);
      file.readFully(fresh);
      out.write(fresh);
      out.flush();
      return start + fresh.length;
    }
  }

  private static String all(Home home) throws IOException {
    if (Files.notExists(home.logs())) {
      return "none";
    }
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(home.logs())) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".log"))
          .map(name -> name.substring(0, name.length() - ".log".length()))
          .sorted()
          .forEach(names::add);
    }
    return String.join(", ", names);
  }
}
