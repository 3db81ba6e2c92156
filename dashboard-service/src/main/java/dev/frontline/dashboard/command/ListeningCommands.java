package dev.frontline.dashboard.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import dev.frontline.kit.token.InternalTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks ingest for its sources and listening queries, and to change them. */
@ApplicationScoped
public class ListeningCommands {

  /** Trying a query reads days of posts. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final String QUERIES = "/internal/queries";
  private static final String TRIALS = "/internal/trials";

  private final Neighbour ingest;

  @Inject
  ListeningCommands(
      @ConfigProperty(name = "frontline.url.ingest") URI ingest,
      InternalTokens tokens,
      HttpClient http) {
    this.ingest = new Neighbour("Ingest", new InternalClient(ingest, tokens, http, LONGEST));
  }

  /** All queries, by id. */
  public Verdict queries(Caller caller) {
    return told(ingest.get(QUERIES, caller));
  }

  /** {@code {kind, name, text}}. */
  public Verdict add(JsonNode query, Caller caller) {
    return told(ingest.send("POST", QUERIES, query, caller));
  }

  /** {@code {kind, name, text, version}}. */
  public Verdict change(String id, JsonNode query, Caller caller) {
    return told(ingest.send("PUT", QUERIES + "/" + encoded(id), query, caller));
  }

  public Verdict remove(String id, Caller caller) {
    return told(ingest.send("DELETE", QUERIES + "/" + encoded(id), null, caller));
  }

  /** What a query would have found. */
  public Verdict tryOut(JsonNode query, Caller caller) {
    return told(ingest.send("POST", QUERIES + "/dry-run", query, caller));
  }

  /** What a query would be without what is not meant: {@code {text, excluded[], kept[]}}. */
  public Verdict exclude(JsonNode marked, Caller caller) {
    return told(ingest.send("POST", QUERIES + "/exclude", marked, caller));
  }

  /** How every source does. */
  public Verdict sources(Caller caller) {
    return told(ingest.get("/internal/sources", caller));
  }

  /** Pauses or resumes a source. */
  public Verdict pause(String source, boolean paused, Caller caller) {
    String verb = paused ? "pause" : "resume";
    return told(
        ingest.send("POST", "/internal/sources/" + encoded(source) + "/" + verb, null, caller));
  }

  /** Has a source read again from a moment. */
  public Verdict reread(String source, Instant from, Caller caller) {
    return told(
        ingest.send(
            "POST",
            "/internal/sources/" + encoded(source) + "/reread",
            Map.of("from", from.toString()),
            caller));
  }

  /** Everything that is or was tried out. */
  public Verdict trials(Caller caller) {
    return told(ingest.get(TRIALS, caller));
  }

  /**
   * One of them.
   *
   * @param of {@code source:} or {@code query:} and the id
   */
  public Verdict trial(String of, Caller caller) {
    return told(ingest.get(TRIALS + "/" + encoded(of), caller));
  }

  /** Tries it out for {@code {days}}. */
  public Verdict tryOut(String of, JsonNode days, Caller caller) {
    return told(ingest.send("POST", TRIALS + "/" + encoded(of), days, caller));
  }

  /** Ends a trial by a {@code {decision}}, which is carried out. */
  public Verdict decide(String of, JsonNode decision, Caller caller) {
    return told(ingest.send("POST", TRIALS + "/" + encoded(of) + "/decide", decision, caller));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Verdict told(InternalClient.Answer answer) {
    return answer.ok() ? new Verdict.Told(answer.body()) : Neighbour.refused(answer);
  }
}
