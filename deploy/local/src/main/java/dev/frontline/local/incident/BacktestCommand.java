package dev.frontline.local.incident;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.local.Trouble;
import dev.frontline.local.place.Part;
import dev.frontline.local.program.ServiceProgram;
import dev.frontline.local.run.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code backtest --series FILE.csv} hands all to routing's own program; {@code backtest --brand
 * NAME} asks the running routing about what it recorded.
 */
@Command(
    name = "backtest",
    description =
        "Goes through a brand's recorded counts, or a series, and shows what would have rung.")
public final class BacktestCommand implements Callable<Integer> {

  private static final ServiceProgram PROGRAM =
      new ServiceProgram(Part.ROUTING, "dev.frontline.routing.cli.BacktestMain");

  private static final Duration LONGEST = Duration.ofSeconds(60);

  @Option(names = "--brand", description = "Goes through what was recorded about this brand.")
  private @Nullable String brand;

  @Option(names = "--days", description = "Of the last days, 1 to 34 (default: 28).")
  private int days = 28;

  @Option(
      names = "--bar",
      description =
          "By what all bars are multiplied in the other setting, 0.3 to 3 (default: 0.85).")
  private double bar = 0.85;

  @Option(
      names = "--shipped",
      description = "The other setting leaves out what verdicts have moved.")
  private boolean shipped;

  @Option(
      names = "--series",
      paramLabel = "FILE",
      description =
          "Instead: lines timestamp,value under that header, evenly apart; needs no stack.")
  private @Nullable String series;

  @Option(
      names = "--thresholds",
      paramLabel = "T[,T...]",
      description = "Thresholds to compare on the series (default: 1.2,1.4,1.6,1.8,2.0,2.5).")
  private @Nullable String thresholds;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if ((brand == null) == (series == null)) {
      throw new Trouble("backtest takes either --brand NAME or --series FILE");
    }
    if (series != null) {
      return PROGRAM.run(ofSeries(series, thresholds));
    }
    if (thresholds != null) {
      throw new Trouble("--thresholds goes with --series; with --brand it is --bar");
    }
    Surroundings around = Surroundings.of(System.getenv());
    Company company = around.company(System.getenv());
    JsonNode found =
        ask(
            URI.create(around.ports().url(Part.ROUTING)),
            new InternalTokens(around.serviceKey(company, System.getenv()), Clock.systemUTC()));
    BacktestTable.lines(found, bar).forEach(System.out::println);
    return 0;
  }

  private static List<String> ofSeries(String series, @Nullable String thresholds) {
    List<String> arguments = new ArrayList<>(List.of("--series", series));
    if (thresholds != null) {
      arguments.addAll(List.of("--thresholds", thresholds));
    }
    return arguments;
  }

  private JsonNode ask(URI routing, InternalTokens tokens) {
    String path =
        "/internal/backtest?brand="
            + URLEncoder.encode(String.valueOf(brand), StandardCharsets.UTF_8)
            + "&days="
            + days
            + "&bar="
            + bar
            + "&moved="
            + !shipped;
    InternalClient.Answer answer;
    try {
      answer =
          new InternalClient(routing, tokens, HttpClient.newHttpClient(), LONGEST)
              .get(path, Caller.service("backtest"));
    } catch (IOException e) {
      throw new Trouble("routing does not answer; start it with ./frontline up", e);
    }
    if (!answer.ok()) {
      throw new Trouble(
          answer.body().path("detail").asText("routing answered " + answer.status())
              + "; allowed: "
              + answer.body().path("allowed"));
    }
    return answer.body();
  }
}
