package dev.frontline.local.measure;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.local.Trouble;
import dev.frontline.local.bench.Feeder;
import dev.frontline.local.place.Part;
import dev.frontline.local.run.StackState;
import dev.frontline.local.run.Surroundings;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

/** What measuring needs of a stack that is up. */
final class RunningStack {

  private RunningStack() {}

  /**
   * @throws Trouble where nothing is up
   */
  static StackState state(Surroundings around) {
    return StackState.read(around.home())
        .filter(StackState::supervised)
        .filter(state -> state.phase() == StackState.Phase.UP)
        .orElseThrow(() -> new Trouble("Frontline is not up; ./frontline up --detach first"));
  }

  static Feeder feeder(Surroundings around, Company company) {
    return new Feeder(
        URI.create(around.ports().url(Part.INGEST)),
        new InternalTokens(around.serviceKey(company, System.getenv()), Clock.systemUTC()),
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build());
  }

  /**
   * @throws Trouble where the company has none
   */
  static String replaySource(Company company) {
    return company.sources().stream()
        .filter(source -> "replay".equals(source.kind()))
        .map(Company.Source::id)
        .findFirst()
        .orElseThrow(() -> new Trouble("frontline.yaml has no source of kind replay"));
  }
}
