package dev.frontline.routing.alert;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import dev.frontline.routing.notification.Urgency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what an event of a case is worth telling. A case is told once for each thing that it can be
 * told for, and near-copies of one story that risk the company's name are told once together; posts
 * that were looked back at or back-filled are never told.
 */
public final class CaseAlerts {

  private static final String PRESS = "pr";

  private final List<String> departments;
  private final Map<String, String> names;

  public CaseAlerts(Company company) {
    this.departments = company.departments().stream().map(Company.Department::id).toList();
    this.names =
        company.people().stream()
            .collect(
                Collectors.toMap(Company.Person::id, Company.Person::name, (one, other) -> one));
  }

  /** What people are told about it; empty for most. */
  public Optional<Notice> of(CaseEvent event) {
    CaseState state = event.state();
    if (state.quiet() || isLookedBack(state)) {
      return Optional.empty();
    }
    if (event instanceof CaseEvent.CaseOpened || event instanceof CaseEvent.CaseRerouted) {
      return queued(event, "");
    }
    if (event instanceof CaseEvent.CaseReopened) {
      return queued(event, "#" + state.version());
    }
    if (event instanceof CaseEvent.MentionJoined joined) {
      return rising(event, joined.mentionId());
    }
    return event instanceof CaseEvent.MentionChanged changed && !changed.what().equals("withdrawn")
        ? rising(event, changed.mentionId())
        : Optional.empty();
  }

  private Optional<Notice> queued(CaseEvent event, String again) {
    CaseState state = event.state();
    if (state.status() != CaseStatus.QUEUED || state.department().equals(Company.TRIAGE)) {
      return Optional.empty();
    }
    CaseMention post = latest(state);
    boolean pressing = state.priority() == Priority.URGENT;
    if (post.classification().has(Labels.PR_RISK) && state.department().equals(PRESS)) {
      // Words that are said of two of our brands are two matters.
      String story =
          state.storyId() == null ? state.id() : "story:" + state.storyId() + ":" + state.brand();
      boolean sure = post.classification().mayInterrupt(Labels.PR_RISK);
      Urgency urgency = pressing ? Urgency.CRITICAL : sure ? Urgency.HIGH : Urgency.NORMAL;
      return Optional.of(
          notice(event, post, NoticeKind.RISK_QUEUED, story + again, PRESS, urgency));
    }
    if (state.opportunity()) {
      return Optional.of(
          notice(
              event,
              post,
              NoticeKind.OPPORTUNITY,
              state.id() + again,
              state.department(),
              Urgency.NORMAL));
    }
    if (post.classification().has(Labels.COMPLAINT)
        && (pressing || post.classification().has(Labels.URGENT))) {
      return Optional.of(
          notice(
              event,
              post,
              NoticeKind.URGENT_COMPLAINT,
              state.id() + again,
              state.department(),
              Urgency.HIGH));
    }
    // A doubtful lead waits in the list: of those, every second is none.
    return post.classification().mayInterrupt(Labels.LEAD)
        ? Optional.of(
            notice(
                event,
                post,
                NoticeKind.LEAD,
                state.id() + again,
                state.department(),
                Urgency.NORMAL))
        : Optional.empty();
  }

  /** A case that somebody works on turned out to be worse than when it was taken. */
  private Optional<Notice> rising(CaseEvent event, String mentionId) {
    CaseState state = event.state();
    Optional<CaseMention> post =
        state.mentions().stream()
            .filter(m -> m.mention().id().equals(mentionId) && !m.mention().own())
            .findFirst();
    if (state.status() != CaseStatus.TAKEN || post.isEmpty() || post.get().withdrawn()) {
      return Optional.empty();
    }
    if (post.get().classification().has(Labels.PR_RISK) && !state.department().equals(PRESS)) {
      String to = departments.contains(PRESS) ? PRESS : state.department();
      return Optional.of(
          notice(event, post.get(), NoticeKind.RISK_RISING, state.id(), to, Urgency.HIGH));
    }
    boolean urgent =
        post.get().classification().has(Labels.URGENT)
            && post.get().classification().has(Labels.COMPLAINT);
    return urgent
        ? Optional.of(
            notice(
                event,
                post.get(),
                NoticeKind.URGENT_COMPLAINT,
                state.id(),
                state.department(),
                Urgency.HIGH))
        : Optional.empty();
  }

  private Notice notice(
      CaseEvent event,
      CaseMention post,
      NoticeKind kind,
      String once,
      String department,
      Urgency urgency) {
    CaseState state = event.state();
    String owner = state.status() == CaseStatus.TAKEN ? state.assignee() : null;
    return new Notice(
        once + "#" + kind.word(),
        state.id(),
        kind,
        department,
        owner == null ? List.of() : List.of(owner),
        state.brand(),
        AlertWords.title(state, kind),
        AlertWords.lines(state, post, id -> names.getOrDefault(id, id)),
        "/cases/" + state.id(),
        urgency,
        event.at());
  }

  private static CaseMention latest(CaseState state) {
    List<CaseMention> standing =
        state.mentions().stream().filter(m -> !m.mention().own() && !m.withdrawn()).toList();
    List<CaseMention> posts = standing.isEmpty() ? state.mentions() : standing;
    return posts.get(posts.size() - 1);
  }

  private static boolean isLookedBack(CaseState state) {
    Mention post = latest(state).mention();
    return post.history() || post.acceptedAt().isBefore(post.fetchedAt());
  }
}
