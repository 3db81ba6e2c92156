package dev.frontline.classify.learning;

import dev.frontline.classify.model.Active;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.publishing.ClassifiedRecords;
import dev.frontline.classify.tail.TopicThread;
import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.contracts.model.ModelEvent;
import dev.frontline.contracts.model.ModelEvent.ModelActivated;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which version judges: the last one that {@code models.events} names. Every instance reads the
 * topic whole and swaps when it comes by, so all judge with the same, after a restart too.
 */
@ApplicationScoped
public class ModelTopic {

  private static final Logger LOG = Logger.getLogger(ModelTopic.class);
  private static final Duration LONGEST_START = Duration.ofSeconds(10);
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);

  private final Producer<String, byte[]> producer;
  private final ModelStore store;
  private final Active active;
  private final String base;
  private final TopicThread reader;
  private volatile @Nullable ModelActivated last;

  @Inject
  ModelTopic(
      Producer<String, byte[]> producer,
      ModelStore store,
      Active active,
      Tier0Model model,
      @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    this.producer = producer;
    this.store = store;
    this.active = active;
    this.base = model.version();
    this.reader = new TopicThread(servers, TopicPlan.MODELS, this::apply);
  }

  /** Before posts are judged, so that a restart does not judge the first ones with less. */
  void start(@Observes @Priority(10) StartupEvent event) {
    reader.start();
    if (!reader.await(Map.of(), LONGEST_START)) {
      LOG.warn("posts are judged by the shipped model until models.events can be read");
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    reader.stop();
  }

  /** Version that judges here and now. */
  String judging() {
    return active.get().name(base);
  }

  /** The activation by which it judges, null where the shipped model never gave way. */
  @Nullable ModelActivated last() {
    return last;
  }

  /**
   * Tells every instance, and waits until this one judges so.
   *
   * @return false where that takes longer than ten seconds; it will judge so once it has read it
   * @throws KafkaException where the broker did not take it: nothing has changed
   */
  boolean activate(ModelActivated event) {
    String id = event.modelId() + "#" + event.at().toEpochMilli();
    try {
      RecordMetadata at =
          producer
              .send(
                  EventCodec.toRecord(
                      TopicPlan.MODELS,
                      event.modelId(),
                      EventFamily.MODELS,
                      Envelope.of(id, ClassifiedRecords.SOURCE, event.at(), event)))
              .get();
      return reader.await(Map.of(at.partition(), at.offset() + 1), LONGEST_ROUND);
    } catch (ExecutionException e) {
      throw new KafkaException("not acknowledged: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    try {
      ModelEvent event = EventCodec.fromRecord(record, EventFamily.MODELS).event();
      if (event instanceof ModelActivated activated) {
        active.become(adaptation(activated.modelId()));
        last = activated;
        LOG.infof("model judges version=%s asked=%s", judging(), activated.modelId());
      }
    } catch (UnreadableEventException e) {
      LOG.warnf("activation cannot be read offset=%d fault=%s", record.offset(), e.getMessage());
    }
  }

  /** None for the shipped model, and for one that adapts another shipped model than this. */
  private Adaptation adaptation(String id) {
    if (id.equals(base)) {
      return Adaptation.NONE;
    }
    return store
        .find(id)
        .filter(version -> version.base().equals(base))
        .flatMap(version -> store.adaptation(id))
        .orElse(Adaptation.NONE);
  }
}
