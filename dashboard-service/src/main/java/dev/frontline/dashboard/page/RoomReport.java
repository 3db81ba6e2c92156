package dev.frontline.dashboard.page;

import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.incident.ChecklistItem;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentTimes;
import dev.frontline.contracts.incident.Statement;
import dev.frontline.dashboard.report.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts an incident's report together for a document, in the words of its page. */
final class RoomReport {

  private static final String NEVER = "–";

  private RoomReport() {}

  static Report of(IncidentState i, List<AttachedView> attached, Frame frame) {
    String verdict =
        i.real() == null ? "" : i.real() ? " · the alarm was right" : " · the alarm was false";
    return new Report(
        i.title(),
        i.brand() + " · " + Words.shown(i.severity()) + " · " + Words.shown(i.status()) + verdict,
        List.of(
            new Report.Figure(Words.grouped(i.posts()), "posts"),
            new Report.Figure(Words.grouped(i.authors()), "people"),
            new Report.Figure(Words.grouped(i.reach()), "reached"),
            new Report.Figure(String.valueOf(i.caseIds().size()), "cases"),
            new Report.Figure(String.valueOf(Words.whole(i.peak())), "a minute at the peak")),
        StepView.of(i).stream().map(step -> step(step, frame)).toList(),
        i.curve(),
        marks(i.times()),
        frame.zone(),
        List.of(
            new Report.Section("Why", why(i)),
            new Report.Section("What was said", said(i.statement(), frame)),
            new Report.Section(
                "What was done", i.checklist().stream().map(c -> done(c, frame)).toList()),
            new Report.Section(
                "Cases", attached.stream().map(a -> attachedCase(a, frame)).toList()),
            new Report.Section(
                "Timeline", i.timeline().stream().map(h -> line(h, frame)).toList())));
  }

  private static Report.Step step(StepView step, Frame frame) {
    return new Report.Step(
        step.name(), step.at() == null ? NEVER : clock(step.at(), frame), step.after());
  }

  private static List<Report.Mark> marks(IncidentTimes t) {
    List<Report.Mark> marks = new ArrayList<>();
    mark(marks, t.alertedAt(), "alarm");
    mark(marks, t.acknowledgedAt(), "acknowledged");
    mark(marks, t.statementAt(), "statement");
    mark(marks, t.handledAt(), "in hand");
    return marks;
  }

  private static void mark(List<Report.Mark> marks, @Nullable Instant at, String text) {
    if (at != null) {
      marks.add(new Report.Mark(at, text));
    }
  }

  private static List<String> why(IncidentState i) {
    List<String> lines = new ArrayList<>(i.why().sentences());
    String lead = StepView.lead(i.times());
    if (!lead.isEmpty()) {
      lines.add("The alarm came " + lead + ".");
    }
    if (!i.why().terms().isEmpty()) {
      lines.add(
          "Words that rose: "
              + i.why().terms().stream().map(r -> r.name()).collect(Collectors.joining(", ")));
    }
    if (i.why().firstPost() != null) {
      lines.add("First post: " + i.why().firstPost());
    }
    return lines;
  }

  private static List<String> said(@Nullable Statement statement, Frame frame) {
    if (statement == null) {
      return List.of();
    }
    String by = statement.approvedBy();
    Instant at = statement.approvedAt();
    return List.of(
        statement.text(),
        by == null || at == null
            ? "Never approved"
            : "Approved by " + frame.name(by) + ", " + clock(at, frame));
  }

  private static String done(ChecklistItem item, Frame frame) {
    String by = item.doneBy();
    return by == null
        ? "Open: " + item.text()
        : "Done: " + item.text() + " (" + frame.name(by) + ")";
  }

  private static String attachedCase(AttachedView a, Frame frame) {
    String about =
        a.c().author().shownName()
            + " · "
            + a.c().network()
            + " · "
            + frame.department(a.c().department())
            + " · "
            + Words.shown(a.c().status());
    return a.said().isEmpty() ? about : about + "\n" + a.said();
  }

  private static String line(HistoryEntry entry, Frame frame) {
    String by = entry.by().equals("system") ? "" : " · " + frame.name(entry.by());
    return clock(entry.at(), frame) + "  " + entry.text() + by;
  }

  private static String clock(Instant at, Frame frame) {
    return Words.clock(at, frame.zone());
  }
}
