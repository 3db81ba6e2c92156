package dev.frontline.routing.notification.rest;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.token.CurrentCaller;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import dev.frontline.routing.notification.Urgency;
import dev.frontline.routing.notification.template.NoticeTemplate;
import dev.frontline.routing.notification.template.NoticeTemplates;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How each kind of alert reads: read, put in other words, and back to how it shipped. */
@Path("/internal/notifications/templates")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TemplatesResource {

  private static final String SHIPPED_TITLE = "{title}";
  private static final List<String> SHIPPED_LINES = List.of("{lines}");

  private final NoticeTemplates templates;
  private final Company company;
  private final CurrentCaller current;
  private final Clock clock;

  @Inject
  TemplatesResource(
      NoticeTemplates templates, Company company, CurrentCaller current, Clock clock) {
    this.templates = templates;
    this.company = company;
    this.current = current;
    this.clock = clock;
  }

  /**
   * A template as it is to be.
   *
   * @param version that the person saw; 0 where nobody had changed it
   */
  public record Body(
      long version, @Nullable String title, @Nullable List<@Nullable String> lines) {}

  /**
   * A template as it holds.
   *
   * @param shipped whether it reads as shipped
   * @param example how an invented alert reads in it
   */
  record TemplateJson(
      String kind,
      long version,
      String title,
      List<String> lines,
      boolean shipped,
      @Nullable String by,
      NoticeTemplate.Words example) {}

  @GET
  public Map<String, Object> all() {
    return Map.of(
        "fields",
        NoticeTemplate.FIELDS,
        "items",
        Arrays.stream(NoticeKind.values())
            .filter(k -> k != NoticeKind.TEST)
            .map(this::json)
            .toList());
  }

  @PUT
  @Path("/{kind}")
  public Response put(@PathParam("kind") String word, @Nullable Body body) {
    Optional<NoticeKind> kind = kind(word);
    if (kind.isEmpty()) {
      return Refused.notFound("kind '" + word + "'");
    }
    if (!new Reader(current.get()).seesAll()) {
      return Refused.forbidden("How alerts read is decided by those who answer for the whole");
    }
    Optional<NoticeTemplate.Wrong> wrong =
        body == null
            ? NoticeTemplate.wrong(null, null)
            : NoticeTemplate.wrong(body.title(), body.lines());
    if (body == null || wrong.isPresent()) {
      NoticeTemplate.Wrong w = wrong.orElseThrow();
      return Refused.invalid(w.field(), w.detail(), w.allowed());
    }
    return write(
        new NoticeTemplate(
            kind.get(),
            body.version() + 1,
            String.valueOf(body.title()).strip(),
            NoticeTemplate.clean(body.lines()),
            false,
            current.get().user(),
            clock.instant()));
  }

  /**
   * As shipped again.
   *
   * @param version that the person saw
   */
  @DELETE
  @Path("/{kind}")
  public Response reset(@PathParam("kind") String word, @QueryParam("version") long version) {
    Optional<NoticeKind> kind = kind(word);
    if (kind.isEmpty()) {
      return Refused.notFound("kind '" + word + "'");
    }
    if (!new Reader(current.get()).seesAll()) {
      return Refused.forbidden("How alerts read is decided by those who answer for the whole");
    }
    return write(
        new NoticeTemplate(
            kind.get(),
            version + 1,
            SHIPPED_TITLE,
            SHIPPED_LINES,
            true,
            current.get().user(),
            clock.instant()));
  }

  private Response write(NoticeTemplate next) {
    long stands = templates.find(next.kind()).map(NoticeTemplate::version).orElse(0L);
    return stands == next.version() - 1 && templates.write(next)
        ? Response.ok(json(next.kind())).build()
        : Refused.conflict("The template has changed meanwhile: read it again");
  }

  private TemplateJson json(NoticeKind kind) {
    Optional<NoticeTemplate> own = templates.find(kind);
    boolean shipped = own.isEmpty() || own.get().removed();
    NoticeTemplate holds =
        shipped
            ? new NoticeTemplate(kind, 0, SHIPPED_TITLE, SHIPPED_LINES, false, "", clock.instant())
            : own.get();
    return new TemplateJson(
        kind.word(),
        own.map(NoticeTemplate::version).orElse(0L),
        holds.title(),
        holds.lines(),
        shipped,
        shipped ? null : holds.by(),
        holds.of(example(kind, clock.instant()), company.zone()));
  }

  private Notice example(NoticeKind kind, Instant now) {
    String brand = company.brands().isEmpty() ? "" : company.brands().get(0).name();
    return new Notice(
        "example",
        "example",
        kind,
        company.fallbackDepartment(),
        List.of(),
        brand,
        brand + ": what happened in a few words",
        List.of("“What somebody wrote.”", "Priority high · 1200 followers"),
        "/cases/example",
        Urgency.HIGH,
        now);
  }

  private static Optional<NoticeKind> kind(String word) {
    return Arrays.stream(NoticeKind.values())
        .filter(k -> k != NoticeKind.TEST && k.word().equals(word))
        .findFirst();
  }
}
