package dev.frontline.dashboard.api;

import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseNote;
import dev.frontline.contracts.casefile.CaseReply;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.CaseTimes;
import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.casefile.Suggestion;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Media;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case as the public API tells it; absent values are null, never left out.
 *
 * @param state {@code queued}, {@code taken}, {@code answered} or {@code resolved}
 * @param times from which response and handling minutes are computed
 */
public record CaseJson(
    String id,
    long version,
    String brand,
    String conversationId,
    String network,
    Author author,
    String department,
    CaseStatus state,
    Priority priority,
    @Nullable String assignee,
    @Nullable Due due,
    boolean breached,
    @Nullable String lang,
    List<Post> mentions,
    int folded,
    long reach,
    @Nullable String storyId,
    Route route,
    @Nullable Suggestion suggestion,
    List<CaseReply> replies,
    List<CaseNote> notes,
    List<HistoryEntry> history,
    CaseTimes times,
    @Nullable Outcome outcome,
    @Nullable String outcomeNote,
    boolean opportunity,
    boolean quiet,
    @Nullable String linkedTo) {

  /**
   * One post of the thread.
   *
   * @param labels those that hold, by name
   * @param probabilities of every label that was judged, holding or not
   * @param themes what it is about, strongest first, each with its words
   * @param about what it says of each of several brands that it names; the labels are those of this
   *     case's brand
   * @param notScored why it was not judged, null where it was
   */
  public record Post(
      String id,
      String key,
      String text,
      Author author,
      @Nullable String lang,
      @Nullable String url,
      Instant createdAt,
      @Nullable Instant editedAt,
      List<Media> media,
      boolean own,
      boolean withdrawn,
      String sentiment,
      Map<String, LabelJson> labels,
      Map<String, Double> probabilities,
      List<Theme> themes,
      List<AboutJson> about,
      @Nullable String notScored) {

    static Post of(CaseMention post) {
      return new Post(
          post.mention().id(),
          post.mention().key(),
          post.mention().text(),
          post.mention().author(),
          post.classification().lang(),
          post.mention().url(),
          post.mention().createdAt(),
          post.mention().editedAt(),
          post.mention().media(),
          post.mention().own(),
          post.withdrawn(),
          post.classification().sentiment().value(),
          LabelJson.holding(post.classification()),
          LabelJson.probabilities(post.classification()),
          post.classification().themes(),
          post.classification().about().stream().map(AboutJson::of).toList(),
          post.classification().notScored());
    }
  }

  public static CaseJson of(CaseState c) {
    return new CaseJson(
        c.id(),
        c.version(),
        c.brand(),
        c.conversationId(),
        c.network(),
        c.author(),
        c.department(),
        c.status(),
        c.priority(),
        c.assignee(),
        c.due(),
        c.breached(),
        c.lang(),
        c.mentions().stream().map(Post::of).toList(),
        c.folded(),
        c.reach(),
        c.storyId(),
        c.route(),
        c.suggestion(),
        c.replies(),
        c.notes(),
        c.history(),
        c.times(),
        c.outcome(),
        c.outcomeNote(),
        c.opportunity(),
        c.quiet(),
        c.linkedTo());
  }
}
