package dev.frontline.classify.mention;

import dev.frontline.classify.author.ErasedAuthors;
import dev.frontline.classify.correction.HumanLabels;
import dev.frontline.classify.correction.Overlay;
import dev.frontline.classify.correction.Word;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.publishing.ClassifiedRecords;
import dev.frontline.classify.story.Place;
import dev.frontline.classify.story.Stories;
import dev.frontline.classify.tally.Tally;
import dev.frontline.classify.theme.Lexicon;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.BatchWork;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Judges a batch and publishes what it found, in the batch's order; the same batch again gives the
 * same events under the same ids.
 */
final class ClassifyWork implements BatchWork<IngestEvent> {

  /** Longer texts are refused at the edge; one that comes through is somebody's mistake. */
  static final int LONGEST_TEXT = 50_000;

  /** An edit is a network version of its own: the same edit again must give the same event. */
  private static final long FIRST_OF_ITS_VERSION = 0;

  private final Judging judging;
  private final Lexicon lexicon;
  private final Stories stories;
  private final ErasedAuthors erased;
  private final HumanLabels human;
  private final Tally tally;
  private final List<Consumer<List<ClassifyEvent>>> told;
  private final EventPublisher publisher;
  private final Clock clock;

  /**
   * @param told are given what was judged, once it is published
   */
  ClassifyWork(
      Judging judging,
      Lexicon lexicon,
      Stories stories,
      ErasedAuthors erased,
      HumanLabels human,
      Tally tally,
      List<Consumer<List<ClassifyEvent>>> told,
      EventPublisher publisher,
      Clock clock) {
    this.judging = judging;
    this.lexicon = lexicon;
    this.stories = stories;
    this.erased = erased;
    this.human = human;
    this.tally = tally;
    this.told = told;
    this.publisher = publisher;
    this.clock = clock;
  }

  @Override
  public List<Rejection<IngestEvent>> handle(List<Received<IngestEvent>> batch) {
    List<Rejection<IngestEvent>> rejections = new ArrayList<>();
    List<IngestEvent> events = new ArrayList<>(batch.size());
    for (Received<IngestEvent> received : batch) {
      Mention mention = mentionOf(received.event());
      if (mention != null && mention.text().length() > LONGEST_TEXT) {
        rejections.add(
            new Rejection<>(received, "text is longer than " + LONGEST_TEXT + " characters"));
      } else {
        events.add(received.event());
      }
    }
    Instant now = clock.instant();
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>(events.size());
    List<ClassifyEvent> judged = judged(events, batch.size(), now);
    for (ClassifyEvent event : judged) {
      records.add(ClassifiedRecords.record(ClassifiedRecords.id(event), now, event));
    }
    publisher.publish(records);
    tally.count(batch);
    told.forEach(listener -> listener.accept(judged));
    return rejections;
  }

  private List<ClassifyEvent> judged(List<IngestEvent> events, int polled, Instant now) {
    Set<String> forgotten = erased.among(mentionsOf(events));
    List<Mention> posted = new ArrayList<>();
    List<Mention> edited = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    for (IngestEvent event : events) {
      if (event instanceof IngestEvent.MentionPosted e && !forgotten.contains(e.mentionId())) {
        posted.add(e.mention());
      } else if (event instanceof IngestEvent.MentionEdited e
          && !forgotten.contains(e.mentionId())) {
        edited.add(e.mention());
      } else {
        deleted.add(event.mentionId());
      }
    }
    Map<String, Place> places = new HashMap<>(stories.place(posted));
    if (!edited.isEmpty()) {
      places.putAll(stories.known(edited.stream().map(Mention::id).toList()));
    }
    if (!deleted.isEmpty()) {
      stories.forget(deleted);
      human.forget(deleted);
    }
    Map<String, Map<String, Word>> words = human.onEdited(edited);
    List<Mention> toJudge =
        Stream.concat(posted.stream(), edited.stream()).filter(Classifying::isJudged).toList();
    Map<Mention, Judgement> judgements = judging.judge(toJudge, polled);
    List<ClassifyEvent> judged = new ArrayList<>(events.size());
    for (IngestEvent event : events) {
      Mention mention = mentionOf(event);
      if (mention == null || forgotten.contains(mention.id())) {
        judged.add(
            new ClassifyEvent.MentionWithdrawn(
                event.mentionId(),
                event.conversationId(),
                event.networkVersion(),
                now,
                event instanceof IngestEvent.MentionDeleted gone && gone.keepsItsPlace()));
        continue;
      }
      Classification classification =
          lexicon.read(
              mention,
              Classifying.classify(
                  mention,
                  judgements.get(mention),
                  places.getOrDefault(mention.id(), Place.ALONE),
                  now));
      judged.add(
          event instanceof IngestEvent.MentionPosted
              ? new ClassifyEvent.MentionClassified(mention, classification)
              : new ClassifyEvent.MentionReclassified(
                  mention,
                  Overlay.over(classification, words.getOrDefault(mention.id(), Map.of()), now),
                  Cause.EDIT,
                  FIRST_OF_ITS_VERSION,
                  classification.model()));
    }
    return judged;
  }

  private static List<Mention> mentionsOf(List<IngestEvent> events) {
    List<Mention> mentions = new ArrayList<>(events.size());
    for (IngestEvent event : events) {
      Mention mention = mentionOf(event);
      if (mention != null) {
        mentions.add(mention);
      }
    }
    return mentions;
  }

  private static @Nullable Mention mentionOf(IngestEvent event) {
    if (event instanceof IngestEvent.MentionPosted e) {
      return e.mention();
    }
    return event instanceof IngestEvent.MentionEdited e ? e.mention() : null;
  }
}
