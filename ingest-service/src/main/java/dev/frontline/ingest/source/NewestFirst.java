package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Fault;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists that a network tells newest first and that know no "since", one after the other and
 * page by page, down to where the last whole reading began. The bound moves only when all lists
 * were read to it: a process that ends between two pages leaves no hole below the newer one.
 */
public final class NewestFirst {

  /** Where the last whole reading began; between readings only this stands in the cursor. */
  public static final String SINCE = "since";

  private static final String START = "start";
  private static final String LIST = "list";
  private static final String TOKEN = "token";

  private NewestFirst() {}

  /**
   * What a page told of how to go on.
   *
   * @param next how the network names the page after it; null where there is none
   * @param oldest time of the oldest it told; null where it told nothing
   */
  public record Told(@Nullable String next, @Nullable Instant oldest) {

    /** There is nothing more in this list. */
    public static final Told ALL = new Told(null, null);
  }

  /** Asks for one page. */
  @FunctionalInterface
  public interface Asking {

    /**
     * @param list which of the lists, from 0
     * @param token the page as the one before it named it; null for the first
     * @param bound what is older was read before
     * @param page takes what it tells
     */
    Told ask(int list, @Nullable String token, Instant bound, Page.Builder page)
        throws Fault, InterruptedException;
  }

  /** Where to begin so that everything since the moment is read again. */
  public static Cursor from(Instant moment, Duration overlap) {
    return Cursor.START.with(SINCE, moment.plus(overlap));
  }

  /**
   * Reads the next page.
   *
   * @param lists how many there are
   * @param overlap how late a post may come to stand in its list
   */
  public static Page read(Instant now, Cursor cursor, int lists, Duration overlap, Asking network)
      throws Fault, InterruptedException {
    Instant start = cursor.time(START).orElse(now);
    Instant bound = cursor.time(SINCE).orElse(start).minus(overlap);
    int list = (int) cursor.number(LIST, 0);
    if (list >= lists) {
      return Page.nothing(done(cursor, start));
    }
    String token = cursor.get(TOKEN).orElse(null);
    Cursor here = cursor.with(START, start).with(SINCE, bound.plus(overlap)).with(LIST, list);
    Page.Builder page = new Page.Builder();
    Told told;
    try {
      told = network.ask(list, token, bound, page);
    } catch (Fault e) {
      if (token == null || e.kind() != Fault.Kind.REFUSED) {
        throw e;
      }
      // Names of pages do not last; the list is read again from its top.
      return new Page.Builder().more(here.without(TOKEN));
    }
    Instant oldest = told.oldest();
    boolean deeper =
        told.next() != null
            && !told.next().equals(token)
            && (oldest == null || !oldest.isBefore(bound));
    if (deeper) {
      return page.more(here.with(TOKEN, told.next()));
    }
    return list + 1 < lists
        ? page.more(here.without(TOKEN).with(LIST, list + 1L))
        : page.end(done(cursor, start));
  }

  private static Cursor done(Cursor cursor, Instant start) {
    return cursor.without(START, LIST, TOKEN).with(SINCE, start);
  }
}
