package dev.frontline.classify.refine;

import dev.frontline.classify.author.ErasedAuthors;
import dev.frontline.classify.correction.HumanLabels;
import dev.frontline.classify.correction.Overlay;
import dev.frontline.classify.correction.Word;
import dev.frontline.classify.mention.Judge;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.publishing.ClassifiedRecords;
import dev.frontline.classify.theme.Lexicon;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.classification.ClassifyEvent.MentionReclassified;
import dev.frontline.kit.kafka.BatchWork;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Asks the slow tier about shed posts, gone and erased ones left out, and publishes what it says
 * under what people said meanwhile. A post is looked up once more after it was published: somebody
 * may have spoken in between, and a person is always right.
 */
final class RefineWork implements BatchWork<ClassifyEvent> {

  private final Judge judge;
  private final Lexicon lexicon;
  private final HumanLabels human;
  private final ErasedAuthors erased;
  private final EventPublisher publisher;
  private final Runnable letOthersPass;

  /**
   * @param letOthersPass called before each post
   */
  RefineWork(
      Judge judge,
      Lexicon lexicon,
      HumanLabels human,
      ErasedAuthors erased,
      EventPublisher publisher,
      Runnable letOthersPass) {
    this.judge = judge;
    this.lexicon = lexicon;
    this.human = human;
    this.erased = erased;
    this.publisher = publisher;
    this.letOthersPass = letOthersPass;
  }

  @Override
  public List<Rejection<ClassifyEvent>> handle(List<Received<ClassifyEvent>> batch) {
    List<Refining.Shed> shed = new ArrayList<>();
    for (Received<ClassifyEvent> received : batch) {
      Refining.Shed one = Refining.of(received.event());
      if (one != null) {
        shed.add(one);
      }
    }
    Map<Refining.Shed, Classification> refined = new java.util.LinkedHashMap<>();
    for (Refining.Shed one : shed) {
      letOthersPass.run();
      Judgement judgement = judge.deepen(one.mention());
      if (judgement == null) {
        // Nothing is lost: the batch comes again after the restart.
        throw new KafkaException("the encoder has stopped");
      }
      refined.put(one, lexicon.read(one.mention(), Refining.refined(one, judgement)));
    }
    Set<String> forgotten = erased.among(shed.stream().map(Refining.Shed::mention).toList());
    refined.keySet().removeIf(one -> forgotten.contains(one.mention().id()));
    Map<String, Map<String, Word>> words = words(refined);
    publish(refined, words);
    Map<String, Map<String, Word>> later = words(refined);
    later.keySet().removeIf(id -> words.containsKey(id));
    if (!later.isEmpty()) {
      refined.keySet().removeIf(one -> !later.containsKey(one.mention().id()));
      publish(refined, later);
    }
    return List.of();
  }

  private Map<String, Map<String, Word>> words(Map<Refining.Shed, Classification> refined) {
    return new java.util.HashMap<>(
        human.words(refined.keySet().stream().map(one -> one.mention().id()).toList()));
  }

  private void publish(
      Map<Refining.Shed, Classification> refined, Map<String, Map<String, Word>> words) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    refined.forEach(
        (one, classification) -> {
          Map<String, Word> said = words.getOrDefault(one.mention().id(), Map.of());
          MentionReclassified event =
              new MentionReclassified(
                  one.mention(),
                  Overlay.over(classification, said, Refining.at(one)),
                  Cause.REFINED,
                  Refining.REVISION,
                  classification.model());
          records.add(
              ClassifiedRecords.record(ClassifiedRecords.id(event), Refining.at(one), event));
        });
    publisher.publish(records);
  }
}
