package dev.frontline.dashboard.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.frontline.contracts.casefile.CaseReply;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.casefile.RoutingEvent;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Media;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.dashboard.mention.MentionCases;
import dev.frontline.dashboard.mention.Sentences;
import dev.frontline.dashboard.readmodel.StoredMention;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mention as the public API tells it: what it is, where it ended, and why in sentences.
 *
 * @param text null where the post is gone or not yet judged
 * @param labels those that hold, by name
 * @param probabilities of every label that was judged
 * @param themes what it is about, strongest first, each with its words
 * @param about what it says of each of several brands that it names; empty where that is the same
 * @param outcome {@code opened}, {@code joined}, {@code folded}, {@code filed} or {@code
 *     withdrawn}; null until it was routed
 * @param route the rule that sent it there and who was considered
 * @param why sentences: labels first, then the route
 * @param mainCase the case it is in, null for none
 * @param caseIds all of them where it met several brands
 * @param replies the answers to this very post, each with its state and where it stands
 */
public record MentionJson(
    String id,
    String key,
    @Nullable String network,
    @Nullable Author author,
    @Nullable String text,
    @Nullable String lang,
    @Nullable String url,
    @Nullable Instant createdAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant editedAt,
    @Nullable String conversationId,
    @Nullable String source,
    List<Match> matched,
    List<Media> media,
    boolean withdrawn,
    @Nullable String sentiment,
    Map<String, LabelJson> labels,
    Map<String, Double> probabilities,
    List<Theme> themes,
    List<AboutJson> about,
    @Nullable String tier,
    @Nullable String model,
    boolean unsure,
    @Nullable String notScored,
    RoutingEvent.@Nullable Outcome outcome,
    @Nullable String department,
    @Nullable Route route,
    List<String> why,
    @JsonProperty("case") @Nullable CaseLink mainCase,
    List<String> caseIds,
    List<CaseReply> replies) {

  /** Enough of the case to know where it stands; null parts where it has not arrived here yet. */
  public record CaseLink(
      String id,
      @Nullable Long version,
      @Nullable String department,
      @Nullable CaseStatus state,
      @Nullable Priority priority,
      @Nullable String assignee,
      @Nullable Due due) {}

  /**
   * @param cases those it is in that have arrived here
   */
  static MentionJson of(StoredMention stored, List<CaseState> cases) {
    Mention m = stored.mention();
    Classification c = stored.classification();
    RoutingEvent.MentionRouted routed = stored.routed();
    return new MentionJson(
        stored.id(),
        stored.key(),
        m == null ? stored.id().substring(0, stored.id().indexOf(':')) : m.network(),
        m == null ? null : m.author(),
        m == null ? null : m.text(),
        c == null ? null : c.lang(),
        m == null ? null : m.url(),
        m == null ? null : m.createdAt(),
        m == null ? null : m.acceptedAt(),
        m == null ? null : m.editedAt(),
        m == null ? null : m.conversationId(),
        m == null ? null : m.source(),
        m == null ? List.of() : m.matched(),
        m == null ? List.of() : m.media(),
        stored.withdrawn(),
        c == null ? null : c.sentiment().value(),
        c == null ? Map.of() : LabelJson.holding(c),
        c == null ? Map.of() : LabelJson.probabilities(c),
        c == null ? List.of() : c.themes(),
        c == null ? List.of() : c.about().stream().map(AboutJson::of).toList(),
        c == null ? null : c.tier(),
        c == null ? null : c.model(),
        c != null && c.unsure(),
        c == null ? null : c.notScored(),
        routed == null ? null : routed.outcome(),
        routed == null ? null : routed.department(),
        routed == null ? null : new Route(routed.rule(), routed.why()),
        Sentences.why(c, routed),
        link(routed, cases),
        routed == null ? List.of() : routed.caseIds(),
        MentionCases.answers(stored, cases));
  }

  private static @Nullable CaseLink link(
      RoutingEvent.@Nullable MentionRouted routed, List<CaseState> cases) {
    if (routed == null || routed.caseIds().isEmpty()) {
      return null;
    }
    String main = routed.caseIds().get(0);
    return cases.stream()
        .filter(c -> c.id().equals(main))
        .findFirst()
        .map(
            c ->
                new CaseLink(
                    c.id(),
                    c.version(),
                    c.department(),
                    c.status(),
                    c.priority(),
                    c.assignee(),
                    c.due()))
        .orElseGet(() -> new CaseLink(main, null, routed.department(), null, null, null, null));
  }
}
