package dev.frontline.ingest.reading;

import dev.frontline.ingest.accepting.Arrival;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.reading.Rechecks.Entry;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Memory;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.RecheckedSource;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.ingest.source.Traits;
import dev.frontline.kit.company.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks posts up again where their network tells no deletions, and lets go of those that its terms
 * allow to be kept only so long and that nobody saw there since. What is found is published before
 * it is written down that somebody looked.
 */
@ApplicationScoped
public class Rechecking {

  private static final int MOST_ROUNDS = 5;
  private static final int MOST_EXPIRED = 500;

  private final Map<String, UnderWay> underWay = new ConcurrentHashMap<>();
  private final SourceKinds kinds;
  private final Rechecks rechecks;
  private final Memory memory;

  @Inject
  public Rechecking(SourceKinds kinds, Rechecks rechecks, Memory memory) {
    this.kinds = kinds;
    this.rechecks = rechecks;
    this.memory = memory;
  }

  /** Posts that a network takes its time for; after a restart it is asked anew. */
  private record UnderWay(List<Entry> entries, Instant askAt) {}

  /** Watches what was published of a page, where its kind of source wants that. */
  void watch(Company.Source source, List<Post> posts, Instant now) {
    Optional<NetworkSource> kind = kinds.of(source.kind());
    if (kind.isEmpty() || !watched(kind.get())) {
      return;
    }
    Map<String, Instant> made = new HashMap<>();
    for (Post post : posts) {
      post.told().ifPresent(content -> made.put(post.id(), content.createdAt()));
    }
    made.keySet().retainAll(memory.known(made.keySet()));
    rechecks.watch(source.id(), made, now, longest(kind.get()));
  }

  /** Looks up what is due of a source. */
  void turn(Opened opened, RecheckedSource kind, Taking taking) throws Fault, InterruptedException {
    Instant now = opened.now();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      UnderWay begun = underWay.get(opened.id());
      if (begun != null && begun.askAt().isAfter(now)) {
        return;
      }
      List<Entry> due =
          begun == null ? rechecks.due(opened.id(), now, kind.mostRechecked()) : begun.entries();
      if (due.isEmpty()) {
        return;
      }
      List<String> ids = due.stream().map(Entry::id).toList();
      Set<String> known = memory.known(ids);
      Page page =
          known.isEmpty()
              ? Page.nothing(Cursor.START)
              : kind.recheck(opened, ids.stream().filter(known::contains).toList());
      taking.take(opened.source(), page, Arrival.LIVE, now);
      if (page.more()) {
        Duration pause = page.pause() == null ? Duration.ZERO : page.pause();
        underWay.put(opened.id(), new UnderWay(due, now.plus(pause)));
        return;
      }
      underWay.remove(opened.id());
      Set<String> gone = new HashSet<>(ids);
      gone.removeAll(known);
      page.posts().stream()
          .filter(Post.Deleted.class::isInstance)
          .forEach(post -> gone.add(post.id()));
      rechecks.drop(gone);
      rechecks.seen(
          due.stream().filter(one -> !gone.contains(one.id())).toList(), now, longest(kind));
    }
  }

  /**
   * Withdraws what may be kept no longer.
   *
   * @return how many
   */
  public int expire(Company.Source source, Taking taking, Instant now) {
    Duration kept = kinds.of(source.kind()).map(kind -> kind.traits().terms().kept()).orElse(null);
    if (kept == null) {
      return 0;
    }
    int expired = 0;
    List<Entry> old;
    do {
      old = rechecks.unseenSince(source.id(), now.minus(kept), MOST_EXPIRED);
      Page.Builder page = new Page.Builder();
      List<String> ids = new ArrayList<>();
      for (Entry one : old) {
        page.post(new Post.Deleted(one.id(), now));
        ids.add(one.id());
      }
      if (!ids.isEmpty()) {
        taking.take(source, page.end(Cursor.START), Arrival.LIVE, now);
        rechecks.drop(ids);
      }
      expired += ids.size();
    } while (old.size() == MOST_EXPIRED);
    return expired;
  }

  private static boolean watched(NetworkSource kind) {
    return kind instanceof RecheckedSource || kind.traits().terms().kept() != null;
  }

  /** A third of what its terms allow, so that two looks may fail. */
  private static Duration longest(NetworkSource kind) {
    Traits.Terms terms = kind.traits().terms();
    Duration wanted =
        kind instanceof RecheckedSource rechecked
            ? rechecked.longestUnseen()
            : Duration.ofDays(3650);
    Duration allowed = terms.kept() == null ? wanted : terms.kept().dividedBy(3);
    return wanted.compareTo(allowed) < 0 ? wanted : allowed;
  }
}
