package dev.frontline.ingest.reading;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.author.AuthorEvent.AuthorErased;
import dev.frontline.ingest.accepting.Accepting;
import dev.frontline.ingest.accepting.Arrival;
import dev.frontline.ingest.accepting.Tally;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.parked.ParkedPosts.Unreadable;
import dev.frontline.ingest.source.Page;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.kafka.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes all that a page holds. Returns once Kafka has acknowledged it: then it may be passed.
 */
@ApplicationScoped
public class Taking {

  private final Accepting accepting;
  private final ParkedPosts parked;
  private final Gaps gaps;
  private final Aliases aliases;
  private final Rechecking rechecking;
  private final EventPublisher publisher;

  @Inject
  public Taking(
      Accepting accepting,
      ParkedPosts parked,
      Gaps gaps,
      Aliases aliases,
      Rechecking rechecking,
      EventPublisher publisher) {
    this.accepting = accepting;
    this.parked = parked;
    this.gaps = gaps;
    this.aliases = aliases;
    this.rechecking = rechecking;
    this.publisher = publisher;
  }

  /**
   * @throws org.apache.kafka.common.KafkaException where Kafka is away; all may be taken again
   * @throws com.mongodb.MongoException where the store is away; all may be taken again
   */
  public Tally take(Source source, Page page, Arrival arrival, Instant now) {
    Tally tally = accepting.accept(source, page.posts(), arrival);
    aliases.keep(page.aliases(), now);
    rechecking.watch(source, page.posts(), now);
    List<Unreadable> unreadable = new ArrayList<>(page.unreadable());
    for (Tally.Unfit unfit : tally.unfit()) {
      unreadable.add(new Unreadable(page.posts().get(unfit.index()).id(), unfit.reason()));
    }
    parked.park(source.id(), unreadable);
    gaps.record(source.id(), page.gaps(), now);
    tellGone(source, page.goneAuthors(), now);
    return tally;
  }

  private void tellGone(Source source, List<String> authors, Instant now) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (String author : authors) {
      records.add(
          EventCodec.toRecord(
              TopicPlan.AUTHORS_ERASED,
              author,
              EventFamily.AUTHORS,
              Envelope.of(
                  "gone#" + author,
                  "/frontline/ingest",
                  now,
                  new AuthorErased(author, now, source.id(), "the account was deleted"))));
    }
    if (!records.isEmpty()) {
      publisher.publish(records);
    }
  }
}
