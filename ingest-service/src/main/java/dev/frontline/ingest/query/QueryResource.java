package dev.frontline.ingest.query;

import com.mongodb.MongoException;
import dev.frontline.contracts.Lists;
import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.listening.Exclusions;
import dev.frontline.ingest.listening.QueryLanguage;
import dev.frontline.ingest.listening.Reading;
import dev.frontline.ingest.post.FieldError;
import dev.frontline.ingest.problem.Overseers;
import dev.frontline.ingest.problem.Problem;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.token.CurrentCaller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /internal/queries}: what is listened for, changed while it is. */
@Path("/internal/queries")
@Blocking
public class QueryResource {

  private static final int MOST_WILDCARDS = 200;
  private static final int LONGEST_NAME = 200;

  private final QueryBook book;
  private final CurrentQueries current;
  private final DryRun dryRun;
  private final Company company;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  QueryResource(
      QueryBook book,
      CurrentQueries current,
      DryRun dryRun,
      Company company,
      CurrentCaller caller,
      Clock clock) {
    this.book = book;
    this.current = current;
    this.dryRun = dryRun;
    this.company = company;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A query as it is sent.
   *
   * @param version of the one that is changed; 0 for a new one
   */
  public record Wanted(
      Match.@Nullable Kind kind, @Nullable String name, @Nullable String text, long version) {}

  @GET
  public Response all() {
    return guarded(() -> Response.ok(Map.of("items", book.all())).build());
  }

  /** 201 with the new query. */
  @POST
  public Response add(Wanted wanted) {
    return guarded(
        () -> {
          Optional<Response> wrong = wrong(wanted, "");
          if (wrong.isPresent()) {
            return wrong.get();
          }
          StoredQuery made = query(UUID.randomUUID().toString(), wanted, 1);
          book.add(made);
          current.refresh();
          return Response.status(201).entity(made).build();
        });
  }

  /** The changed query; 409 where somebody else changed it meanwhile. */
  @PUT
  @Path("/{id}")
  public Response change(@PathParam("id") String id, Wanted wanted) {
    return guarded(
        () -> {
          Optional<StoredQuery> there = book.find(id);
          if (there.isEmpty()) {
            return none();
          }
          Optional<Response> wrong = wrong(wanted, id);
          if (wrong.isPresent()) {
            return wrong.get();
          }
          StoredQuery changed = query(id, wanted, wanted.version() + 1);
          if (!book.replace(changed, wanted.version())) {
            return Problem.of(
                409,
                "It was changed meanwhile",
                "The query is at version " + there.get().version() + ": look at it again.");
          }
          current.refresh();
          return Response.ok(changed).build();
        });
  }

  @DELETE
  @Path("/{id}")
  public Response remove(@PathParam("id") String id) {
    return guarded(
        () -> {
          if (!book.remove(id)) {
            return none();
          }
          current.refresh();
          return Response.noContent().build();
        });
  }

  /** What the text would have found; nothing is kept. */
  @POST
  @Path("/dry-run")
  public Response tryOut(Wanted wanted) {
    return guarded(
        () -> {
          String text = wanted.text() == null ? "" : wanted.text();
          return QueryLanguage.read(text) instanceof Reading.Wrong wrong
              ? unreadable(wrong)
              : Response.ok(dryRun.of(text)).build();
        });
  }

  /**
   * A query and samples of what it finds.
   *
   * @param excluded texts of posts that are not meant
   * @param kept texts of posts that are
   */
  public record Marked(
      @Nullable String text, @Nullable List<String> excluded, @Nullable List<String> kept) {}

  /** The query without what is not meant: {@code {text, terms[], left[]}}; nothing is kept. */
  @POST
  @Path("/exclude")
  public Response exclude(Marked marked) {
    return guarded(
        () -> {
          String text = marked.text() == null ? "" : marked.text();
          if (QueryLanguage.read(text) instanceof Reading.Wrong wrong) {
            return unreadable(wrong);
          }
          return Response.ok(
                  Exclusions.propose(
                      text, Lists.copy(marked.excluded()), Lists.copy(marked.kept()), dryRun.any()))
              .build();
        });
  }

  private interface Work {
    Response get();
  }

  private Response guarded(Work work) {
    Optional<Response> refusal = Overseers.refusal(caller.get());
    try {
      return refusal.orElseGet(work::get);
    } catch (MongoException e) {
      return Problem.away("The store", e);
    }
  }

  private StoredQuery query(String id, Wanted wanted, long version) {
    return new StoredQuery(
        id,
        wanted.kind() == null ? Match.Kind.BRAND : wanted.kind(),
        String.valueOf(wanted.name()).strip(),
        String.valueOf(wanted.text()).strip(),
        false,
        version,
        caller.get().user(),
        clock.instant());
  }

  private Optional<Response> wrong(Wanted wanted, String id) {
    if (wanted.kind() == null) {
      return refused("kind", "brand, rival, topic or campaign");
    }
    String name = wanted.name() == null ? "" : wanted.name().strip();
    List<String> brands = company.brands().stream().map(Company.Brand::name).toList();
    if (wanted.kind() == Match.Kind.BRAND && !brands.contains(name)) {
      return refused("name", "one of the brands " + brands);
    }
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return refused("name", "a name of 1 to 200 characters");
    }
    Reading reading = QueryLanguage.read(wanted.text() == null ? "" : wanted.text());
    if (reading instanceof Reading.Wrong wrong) {
      return Optional.of(unreadable(wrong));
    }
    if (((Reading.Understood) reading).wildcards() > 0 && others(id) >= MOST_WILDCARDS) {
      return refused("text", "without * and ?: 200 queries have wildcards already");
    }
    return Optional.empty();
  }

  private long others(String id) {
    return book.all().stream()
        .filter(query -> !query.id().equals(id))
        .filter(
            query ->
                QueryLanguage.read(query.text()) instanceof Reading.Understood understood
                    && understood.wildcards() > 0)
        .count();
  }

  private static Optional<Response> refused(String field, String allowed) {
    return Optional.of(
        Problem.of(
            422,
            "Not a query",
            field + " must be " + allowed + ".",
            List.of(new FieldError(field, allowed))));
  }

  private static Response unreadable(Reading.Wrong wrong) {
    Response response =
        Problem.of(
            422,
            "The query cannot be read",
            "At character "
                + wrong.position()
                + ": "
                + wrong.found()
                + "; "
                + wrong.expected()
                + ".",
            List.of(new FieldError("text", wrong.expected())));
    if (response.getEntity() instanceof Map<?, ?> body) {
      Map<String, Object> more = new LinkedHashMap<>();
      body.forEach((key, value) -> more.put(String.valueOf(key), value));
      more.put("position", wrong.position());
      return Response.fromResponse(response).entity(more).build();
    }
    return response;
  }

  private static Response none() {
    return Problem.of(404, "No such query", "It may have been removed meanwhile.");
  }
}
