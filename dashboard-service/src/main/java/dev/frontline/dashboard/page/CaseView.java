package dev.frontline.dashboard.page;

import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.dashboard.draft.Drafts;
import dev.frontline.dashboard.readmodel.IncidentStore;
import dev.frontline.kit.speaking.Speaking;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown of a case; of one in another department, only where it is. */
@ApplicationScoped
class CaseView {

  private static final List<Frame.Choice> OUTCOMES =
      Arrays.stream(Outcome.values())
          .map(o -> new Frame.Choice(Json.MAPPER.convertValue(o, String.class), Words.shown(o)))
          .toList();

  private final Frames frames;
  private final Drafts drafts;
  private final IncidentStore incidents;
  private final Speaking speaking;

  @Inject
  CaseView(Frames frames, Drafts drafts, IncidentStore incidents, Speaking speaking) {
    this.speaking = speaking;
    this.frames = frames;
    this.drafts = drafts;
    this.incidents = incidents;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance caseFile(
        Frame frame,
        CaseState c,
        List<PostView> posts,
        @Nullable CaseMention asked,
        List<String> routing,
        List<Frame.Choice> members,
        @Nullable TakeOffer take,
        String draft,
        List<Frame.Choice> outcomes,
        boolean open,
        boolean late,
        @Nullable IncidentState incident,
        AnswerWay way,
        String wrong);

    static native TemplateInstance elsewhere(Frame frame, String department);
  }

  /**
   * @param session the session cookie's value, null for a reader by HTTP Basic
   * @param wrong why the last command was refused, empty where none was
   */
  TemplateInstance of(CaseState c, @Nullable String session, String wrong) {
    Frame frame = frames.of(session);
    if (!frame.viewer().sees(c.department())) {
      return Templates.elsewhere(frame, frame.department(c.department()));
    }
    boolean waits = c.status() == CaseStatus.QUEUED || c.status() == CaseStatus.TAKEN;
    boolean late =
        waits && (c.breached() || (c.due() != null && c.due().at().isBefore(frame.now())));
    List<Frame.Choice> members = frames.members(c.department());
    return Templates.caseFile(
        frame,
        c,
        PostView.of(c),
        asked(c),
        Labels.ROUTING,
        members,
        TakeOffer.of(c, frame.viewer().id(), members.stream().map(Frame.Choice::value).toList()),
        drafts.find(frame.viewer().id(), c.id()),
        OUTCOMES,
        c.status() != CaseStatus.RESOLVED,
        late,
        incidents.ofCase(c.id()).filter(i -> !i.status().ended()).orElse(null),
        AnswerWay.of(c, asked(c), speaking, frame.viewer().roles()),
        wrong);
  }

  /** The author's latest post that stands: the one that a key in triage speaks about. */
  private static @Nullable CaseMention asked(CaseState c) {
    List<CaseMention> theirs =
        c.mentions().stream().filter(m -> !m.withdrawn() && !m.mention().own()).toList();
    return theirs.isEmpty() ? null : theirs.get(theirs.size() - 1);
  }
}
