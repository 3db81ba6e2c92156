package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.command.ListeningCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.kit.token.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query finds, twenty posts of it, and a click at each that is not meant: from those the
 * query is written anew, and shown before it holds.
 */
@Path("/listening/samples")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SamplesPage {

  private final Frames frames;
  private final ListeningCommands listening;

  @Inject
  SamplesPage(Frames frames, ListeningCommands listening) {
    this.frames = frames;
    this.listening = listening;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance samples(
        Frame frame,
        @Nullable QueryView query,
        SamplesView found,
        List<String> unreached,
        String said,
        String wrong);
  }

  /** A query's samples. */
  @GET
  public TemplateInstance show(
      @QueryParam("of") @DefaultValue("") String of,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    return fresh(overseer(session), of, "", "");
  }

  /** One more sample is marked, or one less. */
  @POST
  @Path("/mark")
  public TemplateInstance mark(
      @FormParam("of") @DefaultValue("") String of,
      @FormParam("mark") @DefaultValue("") String mark,
      @FormParam("text") @Nullable List<String> texts,
      @FormParam("network") @Nullable List<String> networks,
      @FormParam("why") @Nullable List<String> whys,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    QueryView query = query(of, frame.viewer().caller());
    SamplesView marked = SamplesView.of(texts, networks, whys).marked(mark);
    if (query == null) {
      return fresh(frame, of, "", "There is no such query any more.");
    }
    if (marked.excluded().isEmpty()) {
      return page(frame, query, marked, "", "");
    }
    Verdict verdict = listening.exclude(asked(query.text(), marked), frame.viewer().caller());
    return verdict instanceof Verdict.Told told
        ? page(frame, query, marked.proposed(told.body()), "", "")
        : page(frame, query, marked, "", ((Verdict.Refused) verdict).text());
  }

  /** The proposed query holds from now on. */
  @POST
  @Path("/keep")
  public TemplateInstance keep(
      @FormParam("of") @DefaultValue("") String of,
      @FormParam("proposal") @DefaultValue("") String proposal,
      @FormParam("version") @DefaultValue("0") long version,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    QueryView query = query(of, frame.viewer().caller());
    if (query == null) {
      return fresh(frame, of, "", "There is no such query any more.");
    }
    ObjectNode changed = Json.MAPPER.createObjectNode();
    changed
        .put("kind", query.kind())
        .put("name", query.name())
        .put("text", proposal)
        .put("version", version);
    Verdict verdict = listening.change(of, changed, frame.viewer().caller());
    return verdict instanceof Verdict.Refused refused
        ? fresh(frame, of, "", refused.text())
        : fresh(frame, of, "The query holds. These are samples of what it finds now.", "");
  }

  private TemplateInstance fresh(Frame frame, String of, String said, String wrong) {
    Caller caller = frame.viewer().caller();
    QueryView query = query(of, caller);
    if (query == null) {
      return page(
          frame, null, SamplesView.NONE, said, wrong.isEmpty() ? "There is no such query." : wrong);
    }
    ObjectNode asked = Json.MAPPER.createObjectNode().put("text", query.text());
    Verdict verdict = listening.tryOut(asked, caller);
    return verdict instanceof Verdict.Told told
        ? page(frame, query, SamplesView.of(told.body()), said, wrong)
        : page(frame, query, SamplesView.NONE, said, ((Verdict.Refused) verdict).text());
  }

  private TemplateInstance page(
      Frame frame, @Nullable QueryView query, SamplesView found, String said, String wrong) {
    return Templates.samples(frame, query, found, unreached(frame.viewer().caller()), said, wrong);
  }

  private @Nullable QueryView query(String of, Caller caller) {
    return listening.queries(caller) instanceof Verdict.Told told
        ? QueryView.all(told.body()).stream()
            .filter(query -> query.id().equals(of))
            .findFirst()
            .orElse(null)
        : null;
  }

  /** Networks that cannot be read, each with why. */
  private List<String> unreached(Caller caller) {
    List<String> unreached = new ArrayList<>();
    if (listening.sources(caller) instanceof Verdict.Told told) {
      for (JsonNode source : told.body()) {
        String error = source.path("lastError").asText("");
        if (!error.isEmpty()) {
          unreached.add(source.path("id").asText() + ": " + error);
        }
      }
    }
    return unreached;
  }

  private static ObjectNode asked(String text, SamplesView marked) {
    ObjectNode asked = Json.MAPPER.createObjectNode().put("text", text);
    ArrayNode excluded = asked.putArray("excluded");
    marked.excluded().forEach(one -> excluded.add(one.text()));
    ArrayNode kept = asked.putArray("kept");
    marked.kept().forEach(one -> kept.add(one.text()));
    return asked;
  }

  private Frame overseer(@Nullable String session) {
    Frame frame = frames.of(session);
    if (!frame.viewer().seesOps()) {
      throw new ForbiddenException("This page is for those who answer for the whole.");
    }
    return frame;
  }
}
