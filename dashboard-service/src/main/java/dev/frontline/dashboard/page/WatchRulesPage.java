package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.command.WatchRuleCommands;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.WatchTerms;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules by which people are told, in words: added, changed, tried and removed. */
@Path("/watch-rules")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class WatchRulesPage {

  private final Frames frames;
  private final WatchRuleCommands rules;
  private final Company company;

  @Inject
  WatchRulesPage(Frames frames, WatchRuleCommands rules, Company company) {
    this.frames = frames;
    this.rules = rules;
    this.company = company;
  }

  /** What a rule can name. */
  public record Offer(
      List<String> brands,
      List<Frame.Choice> departments,
      List<Frame.Choice> people,
      List<String> forms,
      List<String> signals) {}

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance rules(
        Frame frame,
        List<WatchRuleView> rules,
        WatchRuleView fresh,
        Offer offer,
        String said,
        String wrong);

    static native TemplateInstance tried(Frame frame, @Nullable TrialView tried, String wrong);
  }

  @GET
  public TemplateInstance show(@CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = frames.of(session);
    return page(frame, WatchRuleView.fresh(frame.viewer().id()), "", "");
  }

  /** Says what a rule would have told; nothing is kept. */
  @POST
  @Path("/try")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public TemplateInstance tryOut(
      MultivaluedMap<String, String> form, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = frames.of(session);
    Verdict verdict = rules.tryOut(WatchRuleForm.rule(form), frame.viewer().caller());
    return verdict instanceof Verdict.Told told
        ? Templates.tried(frame, TrialView.of(told.body()), "")
        : Templates.tried(frame, null, ((Verdict.Refused) verdict).text());
  }

  /** Keeps a new rule, or a changed one where it has an id. */
  @POST
  @Path("/keep")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public TemplateInstance keep(
      MultivaluedMap<String, String> form, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = frames.of(session);
    ObjectNode rule = WatchRuleForm.rule(form);
    String id = WatchRuleForm.text(form, "id");
    Verdict verdict =
        id.isEmpty()
            ? rules.add(rule, frame.viewer().caller())
            : rules.change(id, rule, frame.viewer().caller());
    if (verdict instanceof Verdict.Told told) {
      return page(
          frame,
          WatchRuleView.fresh(frame.viewer().id()),
          told.body().path("name").asText() + " is watched from now on.",
          "");
    }
    WatchRuleView again =
        id.isEmpty() ? WatchRuleForm.again(rule) : WatchRuleView.fresh(frame.viewer().id());
    return page(frame, again, "", ((Verdict.Refused) verdict).text());
  }

  /** Removes a rule. */
  @POST
  @Path("/remove")
  public TemplateInstance remove(
      @FormParam("id") @DefaultValue("") String id,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = frames.of(session);
    Verdict verdict = rules.remove(id, frame.viewer().caller());
    WatchRuleView fresh = WatchRuleView.fresh(frame.viewer().id());
    return verdict instanceof Verdict.Told
        ? page(frame, fresh, "It is gone and tells nothing any more.", "")
        : page(frame, fresh, "", ((Verdict.Refused) verdict).text());
  }

  private TemplateInstance page(Frame frame, WatchRuleView fresh, String said, String wrong) {
    Verdict all = rules.all(frame.viewer().caller());
    String trouble =
        wrong.isEmpty() && all instanceof Verdict.Refused refused ? refused.text() : wrong;
    JsonNode body = all instanceof Verdict.Told told ? told.body() : Json.MAPPER.createObjectNode();
    return Templates.rules(frame, WatchRuleView.all(body), fresh, offer(frame), said, trouble);
  }

  /** People choose themselves and their departments, those who answer for the whole anybody. */
  private Offer offer(Frame frame) {
    boolean all = frame.viewer().seesAll() || frame.viewer().seesOps();
    return new Offer(
        company.brands().stream().map(Company.Brand::name).toList(),
        company.departments().stream()
            .filter(d -> all || frame.viewer().departments().contains(d.id()))
            .map(d -> new Frame.Choice(d.id(), d.name()))
            .toList(),
        company.people().stream()
            .filter(p -> all || p.id().equals(frame.viewer().id()))
            .map(p -> new Frame.Choice(p.id(), p.name()))
            .toList(),
        WatchTerms.FORMS,
        WatchTerms.SIGNALS);
  }
}
