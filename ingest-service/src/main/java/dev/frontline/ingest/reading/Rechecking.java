package dev.frontline.ingest.reading;

import dev.frontline.ingest.accepting.Arrival;
import dev.frontline.ingest.accepting.Expiring;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.reading.Rechecks.Entry;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Memory;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.RecheckedSource;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.kit.company.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks posts up again where their network tells no deletions. What is found is published before it
 * is written down that somebody looked; whatever may be kept only so long may be kept anew then.
 */
@ApplicationScoped
public class Rechecking {

  private static final int MOST_ROUNDS = 5;

  /** Finding out that nothing is due reads all that is watched. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final Map<String, UnderWay> underWay = new ConcurrentHashMap<>();
  private final Map<String, Instant> quietUntil = new ConcurrentHashMap<>();
  private final SourceKinds kinds;
  private final Rechecks rechecks;
  private final Memory memory;
  private final Expiring expiring;

  @Inject
  public Rechecking(SourceKinds kinds, Rechecks rechecks, Memory memory, Expiring expiring) {
    this.kinds = kinds;
    this.rechecks = rechecks;
    this.memory = memory;
    this.expiring = expiring;
  }

  /** Posts that a network takes its time for; after a restart it is asked anew. */
  private record UnderWay(List<Entry> entries, Instant askAt) {}

  /** Watches what was published of a page, where its kind of source wants that. */
  void watch(Source source, List<Post> posts, Instant now) {
    if (!(kinds.of(source.kind()).orElse(null) instanceof RecheckedSource kind)) {
      return;
    }
    Map<String, Instant> made = new HashMap<>();
    for (Post post : posts) {
      post.told().ifPresent(content -> made.put(post.id(), content.createdAt()));
    }
    made.keySet().retainAll(memory.known(made.keySet()));
    rechecks.watch(source.id(), made, now, longest(kind));
  }

  /** Looks up what is due of a source. */
  void turn(Opened opened, RecheckedSource kind, Taking taking) throws Fault, InterruptedException {
    Instant now = opened.now();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      UnderWay begun = underWay.get(opened.id());
      if (begun != null && begun.askAt().isAfter(now)) {
        return;
      }
      List<Entry> due = begun == null ? due(opened, kind) : begun.entries();
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
      List<Entry> there = due.stream().filter(one -> !gone.contains(one.id())).toList();
      keep(opened, there.stream().map(Entry::id).toList());
      rechecks.drop(gone);
      rechecks.seen(there, now, longest(kind));
    }
  }

  private List<Entry> due(Opened opened, RecheckedSource kind) {
    Instant now = opened.now();
    if (quietUntil.getOrDefault(opened.id(), Instant.MIN).isAfter(now)) {
      return List.of();
    }
    List<Entry> due = rechecks.due(opened.id(), now, kind.mostRechecked());
    if (due.size() < kind.mostRechecked()) {
      quietUntil.put(opened.id(), now.plus(PAUSE));
    }
    return due;
  }

  /** Whoever saw them there may keep them anew, unless the company itself wanted it shorter. */
  private void keep(Opened opened, List<String> ids) {
    Duration kept = opened.source().kept();
    boolean ownWish = opened.company().source(opened.id()).map(Source::kept).isPresent();
    if (kept != null && !ownWish) {
      expiring.keep(ids, opened.id(), opened.now().plus(kept));
    }
  }

  /** A third of what its terms allow, so that two looks may fail. */
  private static Duration longest(RecheckedSource kind) {
    Duration wanted = kind.longestUnseen();
    Duration kept = kind.traits().terms().kept();
    Duration allowed = kept == null ? wanted : kept.dividedBy(3);
    return wanted.compareTo(allowed) < 0 ? wanted : allowed;
  }
}
