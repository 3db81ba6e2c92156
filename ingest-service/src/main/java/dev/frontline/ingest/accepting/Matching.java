package dev.frontline.ingest.accepting;

import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a post is heard for: queries that it meets, a conversation, or the source it comes from. */
final class Matching {

  /** Whoever configured these meant everything that comes from them. */
  private static final Set<String> ALL_OURS =
      Set.of(
          "webhook",
          "replay",
          "email",
          "appstore",
          "appstoreconnect",
          "googleplay",
          "googlebusiness",
          "trustpilot");

  private final Company company;
  private final OwnAccounts ours;
  private final TrialMarks trials;

  Matching(Company company, OwnAccounts ours, TrialMarks trials) {
    this.company = company;
    this.ours = ours;
    this.trials = trials;
  }

  /**
   * Of a post that is heard for the first time; empty where nothing that is listened for is in it.
   *
   * @param thread the followed conversation that it belongs to
   */
  List<Match> first(
      Post.Content content,
      List<Match> named,
      Map<String, Known> known,
      Followed.@Nullable Thread thread,
      Source source) {
    return trials.marked(unmarked(content, named, known, thread, source), source.id());
  }

  /** An edit that names nothing any more stays with what the post was heard for. */
  List<Match> still(Post.Content content, List<Match> named, Known before, Source source) {
    if (!named.isEmpty()) {
      return trials.marked(named, source.id());
    }
    if (!before.matched().isEmpty()) {
      return trials.marked(before.matched(), source.id());
    }
    List<Match> fallback = unmarked(content, named, Map.of(), null, source);
    return trials.marked(
        fallback.isEmpty() ? List.of(ofSource(source, company.brands().get(0).name())) : fallback,
        source.id());
  }

  private List<Match> unmarked(
      Post.Content content,
      List<Match> named,
      Map<String, Known> known,
      Followed.@Nullable Thread thread,
      Source source) {
    if (!named.isEmpty()) {
      return named;
    }
    if (thread != null && !thread.matched().isEmpty()) {
      return thread.matched();
    }
    if (ours.wrote(content)) {
      Known parent = content.inReplyTo() == null ? null : known.get(content.inReplyTo());
      return parent == null || parent.matched().isEmpty()
          ? List.of(ofSource(source, ours.speaker(content)))
          : parent.matched();
    }
    String brand = source.brand();
    if (brand == null && (thread != null || ALL_OURS.contains(source.kind()))) {
      brand = company.brands().get(0).name();
    }
    return brand == null ? List.of() : List.of(ofSource(source, brand));
  }

  private static Match ofSource(Source source, String brand) {
    return new Match("source:" + source.id(), Match.Kind.BRAND, brand);
  }
}
