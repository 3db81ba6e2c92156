package dev.frontline.ingest.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.MongoException;
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
import org.apache.kafka.common.KafkaException;
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

  @GET
  public Response all() {
    return guarded(() -> Response.ok(Map.of("items", book.all())).build());
  }

  /** 201 with the new query. */
  @POST
  public Response add(@Nullable JsonNode body) {
    return guarded(
        () -> {
          QueryBody wanted = new QueryBody(body);
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
  public Response change(@PathParam("id") String id, @Nullable JsonNode body) {
    return guarded(
        () -> {
          QueryBody wanted = new QueryBody(body);
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

  /**
   * What the text would have found; nothing is kept. With {@code askNetworks} the networks that can
   * be searched are asked as well, with {@code maySpend} those that charge among them.
   */
  @POST
  @Path("/dry-run")
  public Response tryOut(@Nullable JsonNode body) {
    return guarded(
        () -> {
          QueryBody tried = new QueryBody(body);
          Optional<FieldError> wrong = tried.wrong();
          if (wrong.isPresent()) {
            return refused(wrong.get()).get();
          }
          DryRun.Asking asking =
              !tried.is("askNetworks")
                  ? DryRun.Asking.NONE
                  : tried.is("maySpend") ? DryRun.Asking.ALL : DryRun.Asking.FREE;
          Reading reading = QueryLanguage.read(tried.text());
          return reading instanceof Reading.Understood understood
              ? Response.ok(dryRun.of(tried.text(), understood.terms(), asking)).build()
              : unreadable((Reading.Wrong) reading);
        });
  }

  /**
   * {@code {text, excluded[], kept[]}}: the query without what is not meant, {@code {text, terms[],
   * left[]}}; nothing is kept.
   */
  @POST
  @Path("/exclude")
  public Response exclude(@Nullable JsonNode body) {
    return guarded(
        () -> {
          QueryBody marked = new QueryBody(body);
          Optional<FieldError> wrong = marked.wrong();
          if (wrong.isPresent()) {
            return refused(wrong.get()).get();
          }
          if (QueryLanguage.read(marked.text()) instanceof Reading.Wrong unreadable) {
            return unreadable(unreadable);
          }
          return Response.ok(
                  Exclusions.propose(
                      marked.text(), marked.texts("excluded"), marked.texts("kept"), dryRun.any()))
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
    } catch (KafkaException e) {
      return Problem.away("Kafka", e);
    }
  }

  private StoredQuery query(String id, QueryBody wanted, long version) {
    return new StoredQuery(
        id,
        wanted.kind().orElseThrow(),
        wanted.name(),
        wanted.text().strip(),
        false,
        version,
        caller.get().user(),
        clock.instant());
  }

  private Optional<Response> wrong(QueryBody wanted, String id) {
    Optional<FieldError> field = wanted.wrong();
    if (field.isPresent()) {
      return refused(field.get());
    }
    if (wanted.kind().isEmpty()) {
      return refused("kind", "brand, rival, topic or campaign");
    }
    String name = wanted.name();
    List<String> brands = company.brands().stream().map(Company.Brand::name).toList();
    if (wanted.kind().get() == Match.Kind.BRAND && !brands.contains(name)) {
      return refused("name", "one of the brands " + brands);
    }
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return refused("name", "a name of 1 to 200 characters");
    }
    Reading reading = QueryLanguage.read(wanted.text());
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
    return refused(new FieldError(field, allowed));
  }

  private static Optional<Response> refused(FieldError wrong) {
    return Optional.of(
        Problem.of(
            422,
            "Not a query",
            wrong.field() + " must be " + wrong.allowed() + ".",
            List.of(wrong)));
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
