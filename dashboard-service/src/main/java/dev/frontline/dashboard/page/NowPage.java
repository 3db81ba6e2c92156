package dev.frontline.dashboard.page;

import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.inbox.CaseGlance;
import dev.frontline.dashboard.inbox.CaseIndex;
import dev.frontline.dashboard.ops.OpsReader;
import dev.frontline.dashboard.rising.RisingReader;
import dev.frontline.dashboard.rising.RisingTerm;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Shifts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What needs somebody now: the page of whoever answers for the whole. */
@Path("/now")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class NowPage {

  private static final Duration SOON = Duration.ofMinutes(30);
  private static final int SHOWN = 12;

  private final Frames frames;
  private final CaseIndex index;
  private final Company company;
  private final OpsReader ops;
  private final RisingReader rising;

  @Inject
  NowPage(Frames frames, CaseIndex index, Company company, OpsReader ops, RisingReader rising) {
    this.frames = frames;
    this.index = index;
    this.company = company;
    this.ops = ops;
    this.rising = rising;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance now(
        Frame frame,
        List<Block> blocks,
        List<RisingTerm> rising,
        List<PersonLoad> people,
        List<String> troubled);
  }

  /**
   * One list.
   *
   * @param good what is said where it is empty
   * @param more the whole list's address
   * @param alarming whether any entry is bad news
   */
  public record Block(
      String title,
      String good,
      List<CaseGlance> items,
      int total,
      String more,
      boolean alarming) {}

  /**
   * A person with what they have in hand.
   *
   * @param percent of their capacity, at most 100
   */
  public record PersonLoad(
      String id, String name, String departments, boolean onShift, int cases, int capacity) {
    public int percent() {
      return capacity == 0 ? 100 : Math.min(100, cases * 100 / capacity);
    }
  }

  @GET
  public TemplateInstance now(@CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = frames.of(session);
    Viewer viewer = frame.viewer();
    Instant now = frame.now();
    List<CaseGlance> waiting =
        index.all().stream()
            .filter(g -> g.waits() && viewer.sees(g.department()))
            .sorted(
                Comparator.comparing(
                    CaseGlance::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
    List<Block> blocks =
        List.of(
            block("Overdue", "Nothing is overdue.", waiting, g -> g.late(now), "/inbox", true),
            block(
                "Due within 30 minutes",
                "Nothing is due soon.",
                waiting,
                g -> !g.late(now) && g.dueAt() != null && g.dueAt().isBefore(now.plus(SOON)),
                "/inbox",
                false),
            block(
                "Nobody owns these",
                "Every case has an owner.",
                waiting,
                g -> g.assignee() == null && !g.department().equals(Company.TRIAGE),
                "/inbox?assignee=none",
                true),
            block(
                "Triage",
                "Triage is empty.",
                waiting,
                g -> g.department().equals(Company.TRIAGE),
                "/inbox?department=triage",
                false));
    return Templates.now(
        frame, blocks, rising.now(), people(waiting, now, viewer), ops.troubledSources());
  }

  private List<PersonLoad> people(List<CaseGlance> waiting, Instant now, Viewer viewer) {
    Map<String, Long> load =
        waiting.stream()
            .map(CaseGlance::assignee)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(a -> a, Collectors.counting()));
    return company.people().stream()
        .filter(p -> p.departments().stream().anyMatch(viewer::sees))
        .map(
            p ->
                new PersonLoad(
                    p.id(),
                    p.name(),
                    String.join(", ", p.departments()),
                    Shifts.onShift(p, company.zone(), now),
                    load.getOrDefault(p.id(), 0L).intValue(),
                    p.capacity() == null ? 0 : p.capacity()))
        .sorted(
            Comparator.comparing(PersonLoad::onShift)
                .reversed()
                .thenComparing(PersonLoad::percent, Comparator.reverseOrder()))
        .toList();
  }

  private static Block block(
      String title,
      String good,
      List<CaseGlance> from,
      Predicate<CaseGlance> test,
      String more,
      boolean alarming) {
    List<CaseGlance> found = from.stream().filter(test).toList();
    return new Block(
        title,
        good,
        found.subList(0, Math.min(SHOWN, found.size())),
        found.size(),
        more,
        alarming && !found.isEmpty());
  }
}
