package dev.frontline.ingest.account;

import com.mongodb.MongoException;
import dev.frontline.ingest.problem.Overseers;
import dev.frontline.ingest.problem.Problem;
import dev.frontline.ingest.source.SourceKinds;
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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /internal/accounts}: what is connected and what can be, and connecting it. Tokens go in
 * and never come out.
 */
@Path("/internal/accounts")
@Blocking
public class AccountResource {

  private final Company company;
  private final Accounts accounts;
  private final Accesses accesses;
  private final Connecting connecting;
  private final Consenting consenting;
  private final SourceKinds kinds;
  private final Vault vault;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  AccountResource(
      Company company,
      Accounts accounts,
      Accesses accesses,
      Connecting connecting,
      Consenting consenting,
      SourceKinds kinds,
      Vault vault,
      CurrentCaller caller,
      Clock clock) {
    this.company = company;
    this.accounts = accounts;
    this.accesses = accesses;
    this.connecting = connecting;
    this.consenting = consenting;
    this.kinds = kinds;
    this.vault = vault;
    this.caller = caller;
    this.clock = clock;
  }

  /** A new account: {@code fields} as the source's network wants them. */
  public record Connect(@Nullable String source, @Nullable Map<String, String> fields) {}

  /** Somebody is to be sent off for consent. */
  public record Begin(
      @Nullable String source, @Nullable Map<String, String> fields, @Nullable String redirect) {}

  /** Somebody came back with a code. */
  public record Finish(@Nullable String state, @Nullable String code) {}

  /** Who may speak by an account; none for everybody who may answer. */
  public record Roles(@Nullable List<String> roles) {}

  /**
   * Everything about accounts.
   *
   * @param sources to which accounts can be connected
   * @param key whether there is a key by which tokens can be stored
   */
  public record Book(List<AccountView> accounts, List<SourceAccess> sources, boolean key) {}

  @GET
  public Response all() {
    return guarded(
        () ->
            Response.ok(
                    new Book(
                        views(),
                        kinds.configured().stream()
                            .map(
                                source ->
                                    SourceAccess.of(
                                        source,
                                        accesses.of(source.kind()),
                                        kinds.fromEnvironment(source) != null))
                            .toList(),
                        vault.isOpen()))
                .build());
  }

  @POST
  public Response connect(Connect body) {
    return guarded(
        () ->
            told(
                () ->
                    connecting.connect(
                        String.valueOf(body.source()),
                        body.fields() == null ? Map.of() : body.fields(),
                        caller.get().user())));
  }

  /** Where to send the browser: {@code {state, address}}. */
  @POST
  @Path("/consents")
  public Response consent(Begin body) {
    return guarded(
        () -> {
          try {
            Consenting.Begun begun =
                consenting.begin(
                    String.valueOf(body.source()),
                    body.fields() == null ? Map.of() : body.fields(),
                    String.valueOf(body.redirect()),
                    caller.get().user());
            return begun instanceof Consenting.Begun.Off off
                ? Response.ok(off).build()
                : refused(((Consenting.Begun.Not) begun).why());
          } catch (InterruptedException e) {
            return stopping();
          }
        });
  }

  @POST
  @Path("/consents/finish")
  public Response finish(Finish body) {
    return guarded(
        () ->
            told(
                () ->
                    consenting.finish(
                        String.valueOf(body.state()),
                        String.valueOf(body.code()),
                        caller.get().user())));
  }

  /** Tries whether it still works. */
  @POST
  @Path("/{id}/test")
  public Response test(@PathParam("id") String id) {
    return guarded(() -> found(id, account -> told(() -> connecting.test(account))));
  }

  @PUT
  @Path("/{id}/roles")
  public Response roles(@PathParam("id") String id, Roles body) {
    List<String> roles = body.roles() == null ? List.of() : body.roles();
    Set<String> known = new HashSet<>();
    company.people().forEach(p -> known.addAll(p.roles()));
    if (!known.containsAll(roles)) {
      return Problem.of(
          422,
          "No such role",
          "Roles of the company are " + known.stream().sorted().toList() + ".");
    }
    return guarded(
        () ->
            found(
                id,
                account -> {
                  accounts.roles(id, roles);
                  connecting.told(account.source());
                  return view(id);
                }));
  }

  /** Forgets it and its tokens. */
  @DELETE
  @Path("/{id}")
  public Response remove(@PathParam("id") String id) {
    return guarded(
        () ->
            found(
                id,
                account -> {
                  accounts.remove(id);
                  connecting.told(account.source());
                  return Response.ok(Map.of("id", id)).build();
                }));
  }

  private List<AccountView> views() {
    Instant now = clock.instant();
    Set<String> read = new HashSet<>();
    return accounts.all().stream()
        .map(
            a ->
                AccountView.of(
                    vault.open(a.id(), a.sealed()).isPresent()
                        ? a
                        : a.troubled(HeldAccounts.UNREADABLE),
                    accesses.of(a.kind()),
                    read.add(a.source()),
                    now))
        .toList();
  }

  private Response view(String id) {
    return views().stream()
        .filter(v -> v.id().equals(id))
        .findFirst()
        .map(v -> Response.ok(v).build())
        .orElseGet(() -> Problem.of(404, "No such account", "No account of that id is connected."));
  }

  private Response found(String id, Function<Account, Response> work) {
    Optional<Account> account = accounts.find(id);
    return account.isPresent()
        ? work.apply(account.get())
        : Problem.of(404, "No such account", "No account of that id is connected.");
  }

  /** Work that asks a network. */
  private interface Asking {
    Outcome run() throws InterruptedException;
  }

  private Response told(Asking work) {
    try {
      Outcome outcome = work.run();
      return outcome instanceof Outcome.Done done
          ? view(done.account().id())
          : refused((Outcome.Refused) outcome);
    } catch (InterruptedException e) {
      return stopping();
    }
  }

  private static Response refused(Outcome.Refused refused) {
    return Problem.of(refused.status(), refused.title(), refused.detail(), refused.errors());
  }

  private static Response stopping() {
    Thread.currentThread().interrupt();
    return Problem.of(503, "Not now", "Frontline is stopping.");
  }

  private Response guarded(Supplier<Response> work) {
    try {
      return Overseers.refusal(caller.get()).orElseGet(work);
    } catch (MongoException e) {
      return Problem.away("The store", e);
    }
  }
}
