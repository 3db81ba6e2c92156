package dev.frontline.ingest.accepting;

import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.accepting.Tally.Unfit;
import dev.frontline.ingest.erasure.ErasedAuthors;
import dev.frontline.ingest.listening.Listens;
import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.kafka.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * The one way in. Publishes first and remembers after, so that a crash between the two means the
 * sender tries again and the same event goes out twice under one id, never that it is lost.
 */
@ApplicationScoped
public class Accepting {

  private static final Logger LOG = Logger.getLogger(Accepting.class);

  private final Published published;
  private final ErasedAuthors erased;
  private final EventPublisher publisher;
  private final Admission admission;
  private final Clock clock;
  private final Heard heard;
  private final Listens listens;
  private final Followed followed;
  private final Expiring expiring;
  private final Sampling sampling;
  private final TrialMarks trials;

  @Inject
  public Accepting(
      Published published,
      ErasedAuthors erased,
      EventPublisher publisher,
      Company company,
      Clock clock,
      Heard heard,
      Listens listens,
      Followed followed,
      Expiring expiring,
      Sampling sampling,
      TrialMarks trials) {
    this.published = published;
    this.erased = erased;
    this.publisher = publisher;
    this.admission = new Admission(company, trials);
    this.clock = clock;
    this.heard = heard;
    this.listens = listens;
    this.followed = followed;
    this.expiring = expiring;
    this.sampling = sampling;
    this.trials = trials;
  }

  /**
   * Takes a batch in its order and returns once Kafka has acknowledged and the index remembers all
   * of it.
   *
   * @throws org.apache.kafka.common.KafkaException where Kafka is away; nothing is remembered then
   * @throws com.mongodb.MongoException where the store is away; all may be sent again
   */
  public Tally accept(Source source, List<Post> posts, Arrival arrival) {
    Instant now = clock.instant();
    Map<String, Known> found = published.find(ids(posts));
    Map<String, Known> known = new HashMap<>(found);
    Set<String> forgotten = erased.among(authors(posts));
    Map<String, Followed.Thread> threads = followed.among(answered(posts));
    List<List<Match>> named = named(posts);
    Map<String, Followed.Thread> ours = new LinkedHashMap<>();
    Map<String, Followed.Thread> answeredThere = new LinkedHashMap<>();
    Map<String, Known> remembered = new LinkedHashMap<>();
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>(posts.size());
    int duplicates = 0;
    int dropped = 0;
    List<Unfit> unfit = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      Post post = posts.get(i);
      Verdict verdict;
      try {
        verdict =
            authorOf(post).filter(forgotten::contains).isPresent()
                ? new Verdict.Dropped("its author asked to be forgotten")
                : admission.decide(post, named.get(i), known, threads, source, arrival, now);
        if (verdict instanceof Verdict.Publish publish) {
          records.add(IngestedRecords.of(publish.event(), now));
        }
      } catch (RuntimeException e) {
        // One post that nobody foresaw must not hold up those that came with it.
        LOG.errorf(e, "post cannot be decided source=%s index=%d", source.id(), i);
        unfit.add(new Unfit(i, "it cannot be handled: " + e.getClass().getSimpleName()));
        continue;
      }
      if (verdict instanceof Verdict.Publish publish) {
        known.put(post.id(), publish.remembered());
        remembered.put(post.id(), publish.remembered());
        if (post.told().filter(admission::own).isPresent()) {
          Known mine = publish.remembered();
          Followed.Thread thread = new Followed.Thread(mine.conversationId(), mine.matched());
          ours.put(post.id(), thread);
          // An answer that went out from here is followed by the time it is heard.
          if (post instanceof Post.Created created
              && created.content().inReplyTo() != null
              && !threads.containsKey(post.id())) {
            answeredThere.put(created.content().inReplyTo(), thread);
          }
        }
      } else if (verdict instanceof Verdict.Duplicate) {
        duplicates++;
      } else {
        dropped++;
      }
    }
    publisher.publish(records);
    Map<Boolean, List<Known>> byWhetherThere =
        remembered.values().stream()
            .collect(Collectors.partitioningBy(one -> found.containsKey(one.id())));
    published.add(byWhetherThere.get(false));
    published.replace(byWhetherThere.get(true));
    Duration kept = source.kept();
    if (kept != null) {
      expiring.keep(readable(remembered), source.id(), now.plus(kept));
    }
    followed.follow(ours, now);
    followed.answeredThere(answeredThere, now);
    TrialMarks.Heard tried = tried(source, posts, found, remembered);
    if (!tried.isNothing()) {
      trials.heard(source.id(), tried, now);
    }
    sampling.read(source, posts, now);
    heard.note(source.id(), records.size(), dropped, now);
    return new Tally(records.size(), duplicates, dropped, unfit);
  }

  private List<List<Match>> named(List<Post> posts) {
    List<List<Match>> told =
        listens.to(posts.stream().flatMap(post -> post.told().stream()).toList());
    List<List<Match>> named = new ArrayList<>(posts.size());
    int next = 0;
    for (Post post : posts) {
      named.add(post.told().isPresent() ? told.get(next++) : List.of());
    }
    return named;
  }

  private Set<String> answered(List<Post> posts) {
    Set<String> ids = new HashSet<>();
    for (Post post : posts) {
      if (post instanceof Post.Created created) {
        // Ours, or one that our own account answered before it was heard.
        ids.add(post.id());
        Stream.of(created.content().inReplyTo(), created.content().threadRoot())
            .filter(Objects::nonNull)
            .forEach(ids::add);
      }
    }
    return ids;
  }

  /** What the batch says of trials, from what was known before it and what is remembered after. */
  private TrialMarks.Heard tried(
      Source source, List<Post> posts, Map<String, Known> found, Map<String, Known> remembered) {
    boolean onTrial = trials.source(source.id());
    Set<String> fresh = new HashSet<>();
    Set<String> elsewhere = new HashSet<>();
    Set<String> after = new HashSet<>();
    for (Post post : posts) {
      Known before = found.get(post.id());
      Known now = remembered.get(post.id());
      if (before == null && now != null && onTrial) {
        fresh.add(post.id());
      } else if (before != null && onTrial && !TrialMarks.only(before.matched())) {
        elsewhere.add(post.id());
      } else if (before != null
          && now != null
          && TrialMarks.only(before.matched())
          && !TrialMarks.only(now.matched())) {
        after.add(post.id());
      }
    }
    return new TrialMarks.Heard(fresh, elsewhere, after);
  }

  private static List<String> readable(Map<String, Known> remembered) {
    return remembered.values().stream().filter(one -> !one.deleted()).map(Known::id).toList();
  }

  private static Set<String> authors(List<Post> posts) {
    Set<String> authors = new HashSet<>();
    posts.forEach(post -> authorOf(post).ifPresent(authors::add));
    return authors;
  }

  private static Optional<String> authorOf(Post post) {
    return post.told().map(content -> content.network() + ":" + content.author().id());
  }

  private static Set<String> ids(List<Post> posts) {
    Set<String> ids = new LinkedHashSet<>();
    for (Post post : posts) {
      ids.add(post.id());
      if (post instanceof Post.Created created && created.content().inReplyTo() != null) {
        ids.add(created.content().inReplyTo());
      }
    }
    return ids;
  }
}
