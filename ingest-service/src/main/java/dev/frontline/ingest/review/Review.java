package dev.frontline.ingest.review;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Page;
import dev.frontline.kit.company.Company;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review as every site tells it.
 *
 * @param id native
 * @param authorId null where the site tells none: then each review has an author of its own
 * @param stars 1 to 5; 0 where none were given
 * @param editedAt when it was changed last; the same as {@code createdAt} where the site tells only
 *     that time and moves it with every change
 * @param answered null where the place said nothing
 */
public record Review(
    String network,
    String id,
    @Nullable String authorId,
    @Nullable String authorName,
    double stars,
    String title,
    String body,
    @Nullable String lang,
    Instant createdAt,
    @Nullable Instant editedAt,
    @Nullable String url,
    long likes,
    @Nullable Answered answered) {

  private static final int MOST_STARS = 5;
  private static final String REPLY = "/reply";

  /**
   * What the place said below a review.
   *
   * @param place the account that speaks, as {@code brands[].accounts} names it
   */
  public record Answered(String place, String text, Instant at) {}

  /**
   * Puts the review, its stars in front of its words: so they are seen wherever it is shown,
   * searched or judged, and a review without words says something, too. What the place itself
   * answered is put where the company says that the place is its own; else its words would be heard
   * as a customer's.
   */
  void put(Page.Builder page, Company company, Instant now) {
    page.post(
        new Draft(network, id)
            .author(
                new Author(
                    authorId == null || authorId.isBlank() ? id : authorId,
                    null,
                    authorName,
                    null,
                    null,
                    null))
            .text((stars(stars) + " " + (title.strip() + "\n" + body.strip()).strip()).strip())
            .lang(lang)
            .createdAt(createdAt, now)
            .editedAt(editedAt)
            .url(url)
            .engagement(new Engagement(likes, 0, 0, 0, 0, null, stars > 0 ? (Double) stars : null))
            .created());
    if (answered != null) {
      put(page, answered, company, now);
    }
  }

  private void put(Page.Builder page, Answered answer, Company company, Instant now) {
    String account = network + ":" + answer.place();
    boolean own = company.brands().stream().anyMatch(b -> b.accounts().contains(account));
    if (own && !answer.text().isBlank()) {
      page.post(
          new Draft(network, reply(id))
              .author(new Author(answer.place(), null, null, null, null, null))
              .text(answer.text())
              .createdAt(answer.at(), now)
              .url(url)
              .inReplyTo(id)
              .threadRoot(id)
              .created());
    }
  }

  /** The native id of the one answer that a review may have. */
  public static String reply(String review) {
    return review + REPLY;
  }

  static boolean isReply(String id) {
    return id.endsWith(REPLY);
  }

  /** Five stars of which so many are full, such as {@code ★★☆☆☆}; empty for none. */
  static String stars(double given) {
    int full = (int) Math.round(Math.min(MOST_STARS, given));
    return full <= 0 ? "" : "★".repeat(full) + "☆".repeat(MOST_STARS - full);
  }
}
