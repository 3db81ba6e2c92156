package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.ops.OpsJson;
import dev.frontline.dashboard.ops.OpsReader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the whole is running: the sum of the promise, lag, sources, dead letters. */
@Path("/ops")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OpsPage {

  private final Frames frames;
  private final OpsReader reader;

  @Inject
  OpsPage(Frames frames, OpsReader reader) {
    this.frames = frames;
    this.reader = reader;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance ops(
        Frame frame, OpsJson o, List<Figure> ends, List<SourceRow> sources, List<SinkView> sinks);
  }

  /** A count with its name; a dash where its service is away. */
  public record Figure(String name, String value) {
    static Figure of(String name, @Nullable Long value) {
      return new Figure(name, value == null ? "\u2013" : String.format("%,d", value));
    }
  }

  /** One source as ingest tells it. */
  public record SourceRow(String id, String kind, String state, String detail) {}

  @GET
  public TemplateInstance ops(@CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = frames.of(session);
    if (!frame.viewer().seesOps()) {
      throw new ForbiddenException("This page is for those who run Frontline.");
    }
    OpsJson o = reader.read();
    List<Figure> ends =
        List.of(
            Figure.of("accepted", o.accepted()),
            Figure.of("opened", o.opened()),
            Figure.of("joined", o.joined()),
            Figure.of("folded", o.folded()),
            Figure.of("filed", o.filed()),
            Figure.of("withdrawn", o.withdrawn()),
            Figure.of("parked", o.parked()),
            Figure.of("dead", o.dead()),
            Figure.of("on their way", o.unaccounted()));
    return Templates.ops(
        frame, o, ends, sources(o), o.sinks() == null ? List.of() : SinkView.all(o.sinks()));
  }

  private static String words(JsonNode source, String field) {
    return source.path(field).isTextual() ? ": " + source.path(field).asText() : "";
  }

  private static List<SourceRow> sources(OpsJson o) {
    List<SourceRow> rows = new ArrayList<>();
    if (o.sources() != null) {
      for (var source : o.sources().isArray() ? o.sources() : o.sources().path("items")) {
        rows.add(
            new SourceRow(
                source.path("id").asText(""),
                source.path("kind").asText(""),
                source.path("state").asText("")
                    + words(source, "lastError")
                    + words(source, "warning"),
                source.path("lastPostAt").asText("")));
      }
    }
    return rows;
  }
}
