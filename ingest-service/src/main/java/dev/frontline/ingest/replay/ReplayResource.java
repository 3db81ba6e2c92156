package dev.frontline.ingest.replay;

import com.mongodb.MongoException;
import dev.frontline.ingest.accepting.Accepting;
import dev.frontline.ingest.accepting.Arrival;
import dev.frontline.ingest.accepting.Tally;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.parked.ParkedPosts.Unreadable;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.post.PostReader;
import dev.frontline.ingest.post.PostReading;
import dev.frontline.ingest.problem.Overseers;
import dev.frontline.ingest.problem.Problem;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.token.CurrentCaller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** {@code POST /internal/replay}: a chunk of a recorded stream, one JSON object a line. */
@Path("/internal/replay")
public class ReplayResource {

  private static final Logger LOG = Logger.getLogger(ReplayResource.class);

  /** Enough for a person to see what is wrong. */
  private static final int MOST_NAMED = 20;

  private final Company company;
  private final Accepting accepting;
  private final ParkedPosts parked;
  private final PostReader reader;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  ReplayResource(
      Company company, Accepting accepting, ParkedPosts parked, CurrentCaller caller, Clock clock) {
    this.company = company;
    this.accepting = accepting;
    this.parked = parked;
    this.reader = new PostReader(company);
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Answers {@code {accepted, duplicates, dropped, parked, unreadable[{index, reason}]}} once all
   * of it is durable; {@code index} is the line's, from 0.
   */
  @POST
  @Blocking
  public Response replay(
      @QueryParam("source") String sourceId,
      @QueryParam("backfill") @DefaultValue("false") boolean backfill,
      byte[] body) {
    Optional<Response> refusal = Overseers.refusal(caller.get());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<Source> source = company.source(sourceId == null ? "" : sourceId);
    if (source.isEmpty()) {
      return Problem.of(
          422,
          "No such source",
          "source must be one of " + company.sources().stream().map(Source::id).toList());
    }
    Instant now = clock.instant();
    List<Post> posts = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    List<Map<String, Object>> named = new ArrayList<>();
    int index = -1;
    for (String line : new String(body, StandardCharsets.UTF_8).split("\n")) {
      index++;
      if (line.isBlank()) {
        continue;
      }
      PostReading reading = read(line, sourceId, now);
      if (reading instanceof PostReading.Readable readable) {
        posts.add(readable.post());
        lines.add(line);
      } else {
        String reason = reason(reading);
        unreadable.add(new Unreadable(line, reason));
        if (named.size() < MOST_NAMED) {
          named.add(Map.of("index", index, "reason", reason));
        }
      }
    }
    try {
      Tally tally =
          accepting.accept(source.get(), posts, backfill ? Arrival.BACKFILL : Arrival.LIVE);
      for (Tally.Unfit unfit : tally.unfit()) {
        unreadable.add(new Unreadable(lines.get(unfit.index()), unfit.reason()));
      }
      parked.park(sourceId, unreadable);
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("accepted", tally.accepted());
      answer.put("duplicates", tally.duplicates());
      answer.put("dropped", tally.dropped());
      answer.put("parked", unreadable.size());
      answer.put("unreadable", named);
      return Response.ok(answer).build();
    } catch (KafkaException e) {
      return Problem.away("The message broker", e);
    } catch (MongoException e) {
      return Problem.away("The store", e);
    }
  }

  private static String reason(PostReading reading) {
    return reading instanceof PostReading.Wrong wrong
        ? wrong.inWords()
        : ((PostReading.Broken) reading).reason();
  }

  /** A line that breaks the reader is parked like any other that cannot be read. */
  private PostReading read(String line, String sourceId, Instant now) {
    try {
      return reader.line(line, sourceId, now);
    } catch (RuntimeException e) {
      LOG.errorf(e, "line cannot be read source=%s", sourceId);
      return new PostReading.Broken("it cannot be handled: " + e.getClass().getSimpleName());
    }
  }
}
