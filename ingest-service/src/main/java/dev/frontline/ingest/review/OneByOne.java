package dev.frontline.ingest.review;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Looks reviews up where a site knows no list of ids. */
public final class OneByOne {

  /** So many at once: each costs a request. */
  public static final int MOST = 20;

  private OneByOne() {}

  /** Asks for one review. */
  @FunctionalInterface
  public interface Asking {

    /**
     * Puts it as it is now.
     *
     * @throws Fault of kind MISSING or GONE where it is no longer there
     */
    void ask(String nativeId, Page.Builder page) throws Fault, InterruptedException;
  }

  /** Asks whether a place itself is still there for us. */
  @FunctionalInterface
  public interface Place {

    /**
     * @throws Fault where it is not: then nothing that is missing says anything
     */
    void ask(String place) throws Fault, InterruptedException;
  }

  /**
   * @param places where a review stands, or may stand
   * @param place asked once for each place where something is missing
   * @return what is there, and deletions of what is not, though its place is
   */
  public static Page lookUp(
      Opened opened,
      String network,
      List<String> mentionIds,
      Asking review,
      Function<String, List<String>> places,
      Place place)
      throws Fault, InterruptedException {
    Page.Builder page = new Page.Builder();
    List<String> missing = new ArrayList<>();
    for (String mention : mentionIds) {
      String id = mention.substring(network.length() + 1);
      if (Review.isReply(id)) {
        continue;
      }
      try {
        review.ask(id, page);
      } catch (Fault e) {
        if (e.kind() != Fault.Kind.MISSING && e.kind() != Fault.Kind.GONE) {
          throw e;
        }
        missing.add(id);
      }
    }
    Set<String> there = new HashSet<>();
    for (String id : missing) {
      for (String one : places.apply(id)) {
        if (there.add(one)) {
          place.ask(one);
        }
      }
      page.post(new Post.Deleted(network + ":" + id, opened.now()));
    }
    return page.end(Cursor.START);
  }
}
