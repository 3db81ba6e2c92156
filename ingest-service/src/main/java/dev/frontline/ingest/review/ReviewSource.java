package dev.frontline.ingest.review;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.NewestFirst;
import dev.frontline.ingest.source.NewestFirst.Told;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A site that lists the reviews of each place, app or store newest first. */
public interface ReviewSource extends PollSource {

  /** Whose reviews are listed, each in a list of its own. */
  List<String> places(Opened opened);

  /**
   * Asks for one page of a place's reviews.
   *
   * @param token the page as the one before it named it; null for the first
   * @param bound what is older was read before
   */
  Told reviews(
      Opened opened, String place, @Nullable String token, Instant bound, Page.Builder page)
      throws Fault, InterruptedException;

  /** The time by which the site orders its lists. */
  default Instant listedAt(Review review) {
    return review.createdAt();
  }

  @Override
  default Cursor from(Instant moment) {
    return NewestFirst.from(moment, traits().overlap());
  }

  @Override
  default Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    List<String> places = places(opened);
    return NewestFirst.read(
        opened.now(),
        cursor,
        places.size(),
        traits().overlap(),
        (list, token, bound, page) -> reviews(opened, places.get(list), token, bound, page));
  }

  /**
   * Puts what the site lists on the page.
   *
   * @param reading empty where it is not readable as a review
   * @return when the oldest was listed; null where there is none
   */
  default @Nullable Instant put(
      Opened opened,
      Iterable<JsonNode> listed,
      Function<JsonNode, Optional<Review>> reading,
      Page.Builder page) {
    Instant oldest = null;
    for (JsonNode one : listed) {
      Optional<Review> review = reading.apply(one);
      if (review.isEmpty()) {
        page.unreadable(one.toString(), "a review without id, time or stars");
        continue;
      }
      review.get().put(page, opened.company(), opened.now());
      oldest = listedAt(review.get());
    }
    return oldest;
  }
}
