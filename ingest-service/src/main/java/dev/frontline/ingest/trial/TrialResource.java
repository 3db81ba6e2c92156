package dev.frontline.ingest.trial;

import com.mongodb.MongoException;
import dev.frontline.ingest.health.Costs;
import dev.frontline.ingest.post.FieldError;
import dev.frontline.ingest.problem.Overseers;
import dev.frontline.ingest.problem.Problem;
import dev.frontline.ingest.query.CurrentQueries;
import dev.frontline.ingest.reading.Controls;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.token.CurrentCaller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /internal/trials}: what is tried out, and what becomes of it. */
@Path("/internal/trials")
@Blocking
public class TrialResource {

  private static final int MOST_DAYS = 365;

  private final TrialBook book;
  private final Trials trials;
  private final Costs costs;
  private final CurrentQueries queries;
  private final Controls controls;
  private final Company company;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  TrialResource(
      TrialBook book,
      Trials trials,
      Costs costs,
      CurrentQueries queries,
      Controls controls,
      Company company,
      CurrentCaller caller,
      Clock clock) {
    this.book = book;
    this.trials = trials;
    this.costs = costs;
    this.queries = queries;
    this.controls = controls;
    this.company = company;
    this.caller = caller;
    this.clock = clock;
  }

  /** For how many days. */
  public record Length(@Nullable Integer days) {}

  /** How it ends: {@code staff}, {@code listen-only} or {@code drop}. */
  public record Ending(@Nullable String decision) {}

  @GET
  public Response all() {
    return guarded(
        () -> Response.ok(Map.of("items", book.all().stream().map(this::told).toList())).build());
  }

  /** One; {@code of} is {@code source:} or {@code query:} and the id. */
  @GET
  @Path("/{of}")
  public Response one(@PathParam("of") String of) {
    return guarded(
        () -> book.find(of).map(t -> Response.ok(told(t)).build()).orElseGet(this::noTrial));
  }

  /** Begins a trial, anew where there was one. */
  @POST
  @Path("/{of}")
  public Response begin(@PathParam("of") String of, Length wanted) {
    return guarded(
        () -> {
          Integer days = wanted.days();
          if (days == null || days < 1 || days > MOST_DAYS) {
            return Problem.of(
                422,
                "Not a length",
                "days must be 1 to 365.",
                List.of(new FieldError("days", "1 to 365")));
          }
          if (nameOf(of).isEmpty()) {
            return Problem.of(404, "Nothing to try out", "No source or query of that id is there.");
          }
          double cost = of.startsWith(Trial.SOURCE) ? costs.of(id(of)) : 0;
          Trial begun =
              Trial.begun(of, Duration.ofDays(days), caller.get().user(), cost, clock.instant());
          book.begin(begun);
          trials.refresh();
          return Response.ok(told(begun)).build();
        });
  }

  /** Ends it, and does what was decided. */
  @POST
  @Path("/{of}/decide")
  public Response decide(@PathParam("of") String of, Ending ending) {
    return guarded(
        () -> {
          Trial.Decision decision = Trial.Decision.of(ending.decision());
          if (decision == null) {
            String allowed = "staff, listen-only or drop";
            return Problem.of(
                422,
                "Not a decision",
                "decision must be " + allowed + ".",
                List.of(new FieldError("decision", allowed)));
          }
          Optional<Trial> there = book.find(of);
          if (there.isEmpty()) {
            return noTrial();
          }
          String user = caller.get().user();
          Trial decided = there.get().decided(decision, user, clock.instant());
          // First what it means, then that it was decided: a crash between leaves it to be decided.
          carryOut(decided, decision, user);
          book.put(decided);
          trials.refresh();
          return Response.ok(told(decided)).build();
        });
  }

  private void carryOut(Trial trial, Trial.Decision decision, String user) {
    boolean stops = decision == Trial.Decision.DROP;
    if (trial.isSource()) {
      controls.pause(trial.id(), stops, user);
    } else if (stops) {
      queries.remove(trial.id());
    }
  }

  private Map<String, Object> told(Trial trial) {
    Instant now = clock.instant();
    long[] counts = trial.isSource() ? book.counts(trial.of()) : new long[2];
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("of", trial.of());
    told.put("name", nameOf(trial.of()).orElse(trial.id()));
    told.put("state", trial.state(now));
    told.put("since", trial.since());
    told.put("until", trial.until());
    told.put("by", trial.by());
    told.put("decidedBy", trial.decidedBy());
    told.put("decidedAt", trial.decidedAt());
    told.put("brought", counts[0]);
    told.put("broughtByOthersToo", counts[1]);
    told.put("cost", trial.isSource() ? Math.max(0, costs.of(trial.id()) - trial.costBefore()) : 0);
    return told;
  }

  private Optional<String> nameOf(String of) {
    if (of.startsWith(Trial.SOURCE)) {
      return company.source(id(of)).map(Source::id);
    }
    return of.startsWith(Trial.QUERY) ? queries.nameOf(id(of)) : Optional.empty();
  }

  private static String id(String of) {
    return of.substring(of.indexOf(':') + 1);
  }

  private Response noTrial() {
    return Problem.of(404, "No such trial", "It is not tried out, and was not.");
  }

  private Response guarded(Supplier<Response> work) {
    Optional<Response> refusal = Overseers.refusal(caller.get());
    try {
      return refusal.orElseGet(work);
    } catch (MongoException e) {
      return Problem.away("The store", e);
    }
  }
}
