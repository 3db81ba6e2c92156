package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.command.ListeningCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.trial.TrialReport;
import dev.frontline.dashboard.trial.TrialReports;
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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report of a trial, and the decision that ends it. */
@Path("/listening/trial")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class TrialPage {

  private final Frames frames;
  private final ListeningCommands listening;
  private final TrialReports reports;

  @Inject
  TrialPage(Frames frames, ListeningCommands listening, TrialReports reports) {
    this.frames = frames;
    this.listening = listening;
    this.reports = reports;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance trial(
        Frame frame, @Nullable Shown report, String said, String wrong);
  }

  /**
   * Posts with a label.
   *
   * @param share of all posts, in percent
   */
  record Line(String label, int posts, long share) {}

  /** A report as it is shown. */
  record Shown(
      String of,
      String name,
      String state,
      String since,
      String until,
      List<Line> labels,
      long posts,
      String alone,
      int wantAnswers,
      String minutes,
      int leads,
      String cost,
      boolean open) {

    static Shown of(TrialReport r) {
      List<Line> labels = new ArrayList<>();
      for (Map.Entry<String, Integer> label : r.labels().entrySet()) {
        long share = r.posts() == 0 ? 0 : Math.round(100.0 * label.getValue() / r.posts());
        labels.add(new Line(label.getKey().replace('_', ' '), label.getValue(), share));
      }
      Double share = r.notHeardElsewhere();
      return new Shown(
          r.of(),
          r.name(),
          OnTrialView.inWords(r.state()),
          r.since().toString(),
          r.until().toString(),
          labels,
          r.posts(),
          share == null ? "nothing heard yet" : Math.round(100 * share) + " %",
          r.wantAnswers(),
          String.format(Locale.ROOT, "%.0f (%.1f a day)", r.minutes(), r.minutesPerDay()),
          r.leads(),
          String.format(Locale.ROOT, "$%.2f", r.cost()),
          r.state().equals("running") || r.state().equals("due"));
    }
  }

  @GET
  public TemplateInstance show(
      @QueryParam("of") @DefaultValue("") String of,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    return page(overseer(session), of, "", "");
  }

  /** Ends the trial as it was decided. */
  @POST
  @Path("/decide")
  public TemplateInstance decide(
      @FormParam("of") @DefaultValue("") String of,
      @FormParam("decision") @DefaultValue("") String decision,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    ObjectNode body = Json.MAPPER.createObjectNode().put("decision", decision);
    Verdict verdict = listening.decide(of, body, frame.viewer().caller());
    return verdict instanceof Verdict.Refused refused
        ? page(frame, of, "", refused.text())
        : page(frame, of, said(decision), "");
  }

  private static String said(String decision) {
    return switch (decision) {
      case "staff" -> "What it brings from now on opens cases.";
      case "listen-only" -> "It goes on being counted, and opens no cases.";
      default -> "It is not listened to any more; what was heard stays.";
    };
  }

  private TemplateInstance page(Frame frame, String of, String said, String wrong) {
    Verdict verdict = listening.trial(of, frame.viewer().caller());
    return verdict instanceof Verdict.Told told
        ? Templates.trial(frame, Shown.of(reports.of(told.body())), said, wrong)
        : Templates.trial(frame, null, said, ((Verdict.Refused) verdict).text());
  }

  private Frame overseer(@Nullable String session) {
    Frame frame = frames.of(session);
    if (!frame.viewer().seesOps()) {
      throw new ForbiddenException("This page is for those who answer for the whole.");
    }
    return frame;
  }
}
