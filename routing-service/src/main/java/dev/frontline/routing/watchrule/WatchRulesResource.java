package dev.frontline.routing.watchrule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.kit.company.Alert;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.WatchTerms;
import dev.frontline.kit.token.CurrentCaller;
import dev.frontline.routing.incident.count.Counts;
import dev.frontline.routing.incident.count.MinuteSeries;
import dev.frontline.routing.watchrule.Proposal.Wrong;
import dev.frontline.routing.watchrule.RuleState.Firing;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Watch rules: read, added, changed, removed and tried on what was recorded. */
@Path("/internal/watch-rules")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WatchRulesResource {

  private static final int MOST_RULES = 200;
  private static final int TRIED_DAYS = 14;
  private static final int MOST_SHOWN = 50;

  private final WatchRules rules;
  private final RuleStates states;
  private final Counts counts;
  private final Company company;
  private final CurrentCaller current;
  private final Clock clock;

  @Inject
  WatchRulesResource(
      WatchRules rules,
      RuleStates states,
      Counts counts,
      Company company,
      CurrentCaller current,
      Clock clock) {
    this.rules = rules;
    this.states = states;
    this.counts = counts;
    this.company = company;
    this.current = current;
    this.clock = clock;
  }

  /**
   * A rule as it is shown.
   *
   * @param may whether the reader may change it
   * @param fired what it told, latest first, 20 a brand at most
   */
  record RuleJson(
      String id,
      long version,
      String name,
      String when,
      @Nullable String brand,
      @Nullable String department,
      List<String> people,
      Alert.@Nullable Quiet quiet,
      String coolDown,
      boolean file,
      @Nullable String by,
      Instant at,
      boolean may,
      List<Firing> fired) {}

  /**
   * What a rule would have done.
   *
   * @param words as it was understood
   * @param recordedHours of how many hours of these days something was recorded, of the brand of
   *     which most was
   * @param fired how often it would have spoken
   * @param times the latest of them, latest first
   */
  record TriedJson(String words, int days, int recordedHours, int fired, List<Firing> times) {}

  /** A refusal as RFC 9457 problem details. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Problem(
      String title, int status, String detail, List<String> allowed, @Nullable String field) {}

  @GET
  public Map<String, Object> all() {
    Map<String, List<Firing>> fired = states.firings();
    return Map.of(
        "items",
        rules.all().stream().map(r -> json(r, fired.getOrDefault(r.id(), List.of()))).toList(),
        "forms",
        WatchTerms.FORMS);
  }

  @POST
  public Response add(@Nullable Proposal body) {
    Optional<Response> wrong = refused(body);
    if (body == null || wrong.isPresent()) {
      return wrong.orElseThrow();
    }
    if (rules.all().size() >= MOST_RULES) {
      return problem(409, "There are " + MOST_RULES + " rules already", List.of(), null);
    }
    Instant now = clock.instant();
    String user = current.get().user();
    String id =
        "w-"
            + MentionKey.hash(user + "\n" + now.toEpochMilli() + "\n" + body.name())
                .substring(0, 12);
    WatchRule rule = fresh(body).rule(id, user, now);
    return rules.write(rule, 0)
        ? Response.status(201).entity(json(rule, List.of())).build()
        : problem(409, "There is such a rule already", List.of(), null);
  }

  @PUT
  @Path("/{id}")
  public Response change(@PathParam("id") String id, @Nullable Proposal body) {
    Optional<WatchRule> before = rules.find(id);
    if (before.isEmpty()) {
      return problem(404, "There is no rule " + id, List.of(), null);
    }
    Optional<Response> wrong = forbidden(before.get()).map(this::problem).or(() -> refused(body));
    if (body == null || wrong.isPresent()) {
      return wrong.orElseThrow();
    }
    WatchRule rule = body.rule(id, current.get().user(), clock.instant());
    return before.get().version() == body.version() && rules.write(rule, body.version())
        ? Response.ok(json(rule, states.firings().getOrDefault(id, List.of()))).build()
        : problem(409, "The rule has changed meanwhile: read it again", List.of(), "version");
  }

  @DELETE
  @Path("/{id}")
  public Response remove(@PathParam("id") String id) {
    Optional<WatchRule> before = rules.find(id);
    if (before.isEmpty()) {
      return problem(404, "There is no rule " + id, List.of(), null);
    }
    Optional<Wrong> forbidden = forbidden(before.get());
    if (forbidden.isPresent()) {
      return problem(forbidden.get());
    }
    if (!rules.remove(before.get())) {
      return problem(409, "The rule has changed meanwhile: read it again", List.of(), "version");
    }
    states.forget(id);
    return Response.noContent().build();
  }

  /** What a rule would have done in the last two weeks; nothing is kept. */
  @POST
  @Path("/dry-run")
  public Response tryOut(@Nullable Proposal body) {
    Proposal asked = body == null ? null : named(body, current.get().user());
    Optional<Wrong> wrong =
        asked == null
            ? Optional.of(new Wrong(422, "when", "a JSON body is required", WatchTerms.FORMS))
            : asked.wrong(company);
    if (asked == null || wrong.isPresent()) {
      return problem(wrong.orElseThrow());
    }
    WatchRule rule = asked.rule("tried", current.get().user(), clock.instant());
    long last = clock.instant().getEpochSecond() / 60;
    long from = last - TRIED_DAYS * 24 * 60 + 1;
    long hour = Math.floorDiv(last, 60L);
    List<Firing> fired = new ArrayList<>();
    int recorded = 0;
    for (Company.Brand brand : company.brands()) {
      if (rule.watches(brand.name())) {
        var hours = counts.read(brand.name(), hour - Counts.KEPT, hour);
        MinuteSeries series = MinuteSeries.of(hours, (hour - Counts.KEPT) * 60, last);
        recorded = Math.max(recorded, hours.tailMap(Math.floorDiv(from, 60L)).size());
        fired.addAll(Trial.run(rule.terms(), rule.coolDown(), brand.name(), series, from));
      }
    }
    fired.sort(Comparator.comparing(Firing::at).reversed());
    return Response.ok(
            new TriedJson(
                rule.when(),
                TRIED_DAYS,
                recorded,
                fired.size(),
                fired.subList(0, Math.min(MOST_SHOWN, fired.size()))))
        .build();
  }

  private Optional<Response> refused(@Nullable Proposal body) {
    if (body == null) {
      return Optional.of(problem(422, "a JSON body is required", WatchTerms.FORMS, "when"));
    }
    return body.wrong(company)
        .or(() -> Proposal.forbidden(body.department(), body.people(), current.get()))
        .map(this::problem);
  }

  private Optional<Wrong> forbidden(WatchRule rule) {
    return Proposal.forbidden(rule.department(), rule.people(), current.get());
  }

  private RuleJson json(WatchRule r, List<Firing> fired) {
    return new RuleJson(
        r.id(),
        r.version(),
        r.name(),
        r.when(),
        r.brand(),
        r.department(),
        r.people(),
        r.quiet(),
        r.coolDown().toString(),
        r.file(),
        r.by(),
        r.at(),
        forbidden(r).isEmpty(),
        fired);
  }

  private static Proposal fresh(Proposal p) {
    return new Proposal(
        0, p.name(), p.when(), p.brand(), p.department(), p.people(), p.quiet(), p.coolDown());
  }

  /** A trial needs no name and tells nobody. */
  private static Proposal named(Proposal p, String user) {
    return new Proposal(
        0, "tried", p.when(), p.brand(), null, List.of(user), p.quiet(), p.coolDown());
  }

  private Response problem(Wrong wrong) {
    return problem(wrong.status(), wrong.detail(), wrong.allowed(), wrong.field());
  }

  private static Response problem(
      int status, String detail, List<String> allowed, @Nullable String field) {
    String title =
        switch (status) {
          case 403 -> "Not allowed";
          case 404 -> "Not found";
          case 409 -> "Not possible now";
          default -> "Invalid value";
        };
    return Response.status(status)
        .type(MediaType.valueOf("application/problem+json"))
        .entity(new Problem(title, status, detail, allowed, field))
        .build();
  }
}
