package dev.frontline.dashboard.page;

import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.mention.Media;
import dev.frontline.dashboard.mention.MarkedText;
import dev.frontline.dashboard.mention.Sentences;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A post of the thread with the answers to it.
 *
 * @param link where it stands on its network, null where that is no web address
 * @param about what it says of each of several brands, in sentences; the labels are this case's
 * @param text the post's words, those that drove a label apart
 * @param photos those with a web address
 */
public record PostView(
    CaseMention post,
    @Nullable String link,
    List<Media> photos,
    List<LabelView> labels,
    List<String> about,
    List<MarkedText.Piece> text,
    List<ReplyView> replies) {

  static List<PostView> of(CaseState state) {
    return state.mentions().stream()
        .map(
            m ->
                new PostView(
                    m,
                    web(m.mention().url()),
                    m.mention().media().stream()
                        .filter(p -> p.type().equals("image") && web(p.url()) != null)
                        .toList(),
                    LabelView.of(m.classification()),
                    m.classification().about().stream().map(Sentences::about).toList(),
                    MarkedText.of(m.mention().text(), m.classification()),
                    state.replies().stream()
                        .filter(r -> r.mentionId().equals(m.mention().id()))
                        .map(ReplyView::of)
                        .toList()))
        .toList();
  }

  /** Only http and https: an address comes from outside and must not run anything. */
  static @Nullable String web(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      String scheme = URI.create(address).getScheme();
      boolean web =
          scheme != null && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
      return web ? address : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
