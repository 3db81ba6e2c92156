package dev.frontline.dashboard.command;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.speaking.Speaking;
import dev.frontline.kit.speaking.asked.AskedChannels;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import dev.frontline.kit.token.InternalTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What pages know of how posts can be answered, by the same rule by which routing decides it. */
@ApplicationScoped
class SpeakingWiring {

  /** A page waits for it. */
  private static final Duration INGEST_ANSWERS = Duration.ofSeconds(1);

  @Produces
  @Singleton
  Speaking speaking(
      Company company,
      @ConfigProperty(name = "frontline.url.ingest") URI ingest,
      InternalTokens tokens,
      HttpClient http,
      Clock clock) {
    return new Speaking(
        company,
        new AskedChannels(
            new InternalClient(ingest, tokens, http, INGEST_ANSWERS),
            Caller.service("dashboard"),
            clock));
  }
}
