package dev.frontline.ingest.hook;

import com.mongodb.MongoException;
import dev.frontline.ingest.accepting.Accepting;
import dev.frontline.ingest.accepting.Arrival;
import dev.frontline.ingest.accepting.Tally;
import dev.frontline.ingest.hook.CloudEvents.Event;
import dev.frontline.ingest.hook.CloudEvents.Found;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.parked.ParkedPosts.Unreadable;
import dev.frontline.ingest.post.FieldError;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.post.PostReader;
import dev.frontline.ingest.post.PostReading;
import dev.frontline.ingest.problem.Problem;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** Mentions by webhook, once it is known that their sender holds the source's secret. */
@ApplicationScoped
class SignedMentions {

  private static final FieldError NO_OBJECT =
      new FieldError("body", "a JSON object {type, timestamp, data}");

  private final Accepting accepting;
  private final ParkedPosts parked;
  private final PostReader reader;
  private final Clock clock;

  @Inject
  SignedMentions(Company company, Accepting accepting, ParkedPosts parked, Clock clock) {
    this.accepting = accepting;
    this.parked = parked;
    this.reader = new PostReader(company);
    this.clock = clock;
  }

  /**
   * @param headers by lower-case name
   */
  Response receive(Source source, Map<String, String> headers, byte[] body) {
    Instant now = clock.instant();
    Found found = CloudEvents.read(headers, body);
    if (found instanceof Found.Unsupported other) {
      return Problem.of(
          415, "Not read", other.format() + " is not read: send CloudEvents as JSON.");
    }
    if (found instanceof Found.Broken broken) {
      return Problem.of(400, "Not readable", broken.reason());
    }
    try {
      return found instanceof Found.Many many
          ? batch(source, many.events(), now)
          : single(
              source,
              found instanceof Found.One one
                  ? reader.webhook(one.body(), source.id(), now)
                  : reader.webhook(body, source.id(), now),
              body);
    } catch (KafkaException e) {
      return Problem.away("The message broker", e);
    } catch (MongoException e) {
      return Problem.away("The store", e);
    }
  }

  private Response single(Source source, PostReading reading, byte[] body) {
    if (reading instanceof PostReading.Broken broken) {
      return Problem.of(400, "Not readable", broken.reason(), List.of(NO_OBJECT));
    }
    if (reading instanceof PostReading.Wrong wrong) {
      return Problem.of(422, "Not a mention", wrong.inWords(), wrong.errors());
    }
    Post post = ((PostReading.Readable) reading).post();
    Tally tally = accepting.accept(source, List.of(post), Arrival.LIVE);
    for (Tally.Unfit unfit : tally.unfit()) {
      String raw = new String(body, StandardCharsets.UTF_8);
      parked.park(source.id(), List.of(new Unreadable(raw, unfit.reason())));
    }
    return Response.accepted(Map.of("id", post.id(), "duplicate", tally.duplicates() > 0)).build();
  }

  /** One that is wrong does not send the others back: it is parked. */
  private Response batch(Source source, List<Event> events, Instant now) {
    List<Post> posts = new ArrayList<>();
    List<String> raws = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (Event event : events) {
      PostReading reading =
          event.body() == null
              ? new PostReading.Broken(event.fault())
              : reader.webhook(event.body(), source.id(), now);
      if (reading instanceof PostReading.Readable readable) {
        posts.add(readable.post());
        raws.add(event.raw());
      } else if (reading instanceof PostReading.Wrong wrong) {
        unreadable.add(new Unreadable(event.raw(), wrong.inWords()));
      } else if (reading instanceof PostReading.Broken broken) {
        unreadable.add(new Unreadable(event.raw(), broken.reason()));
      }
    }
    Tally tally = accepting.accept(source, posts, Arrival.LIVE);
    for (Tally.Unfit unfit : tally.unfit()) {
      unreadable.add(new Unreadable(raws.get(unfit.index()), unfit.reason()));
    }
    parked.park(source.id(), unreadable);
    Map<String, Integer> answer = new LinkedHashMap<>();
    answer.put("accepted", tally.accepted());
    answer.put("duplicates", tally.duplicates());
    answer.put("dropped", tally.dropped());
    answer.put("parked", unreadable.size());
    return Response.accepted(answer).build();
  }
}
