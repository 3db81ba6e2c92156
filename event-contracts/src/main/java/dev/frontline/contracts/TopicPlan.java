package dev.frontline.contracts;

import dev.frontline.contracts.TopicPlan.File.Consumer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every topic that must exist, from {@code topics.json}: what {@code frontline up} and the
 * Kubernetes job create, since automatic creation is off.
 */
public final class TopicPlan {

  public static final String INGESTED = "mentions.ingested";
  public static final String CLASSIFIED = "mentions.classified";
  public static final String ROUTED = "mentions.routed";
  public static final String CASES = "cases.events";
  public static final String BASELINES = "incidents.baselines";
  public static final String DETECTED = "incidents.detected";
  public static final String COUNTS = "incidents.counts";
  public static final String INCIDENTS = "incidents.events";
  public static final String REPLIES_REQUESTED = "replies.requested";
  public static final String REPLIES_DELIVERED = "replies.delivered";
  public static final String LABELS = "labels.corrected";
  public static final String SOURCES = "sources.events";
  public static final String MODELS = "models.events";
  public static final String AUTHORS_ERASED = "authors.erased";
  public static final String STORIES = "stories.signatures";

  /**
   * Bytes that one record may have, as a producer counts them before compression. A case with a
   * long thread is far below; the topics take a little more, so that what is sent is never refused.
   */
  public static final int LARGEST_RECORD = 8 * 1024 * 1024;

  private TopicPlan() {}

  /**
   * One topic to create.
   *
   * @param config Kafka's topic settings, such as {@code retention.ms} and {@code cleanup.policy}
   */
  public record Topic(String name, int partitions, Map<String, String> config) {}

  /** The topic of a department's queue. */
  public static String queue(String department) {
    return "queues." + department;
  }

  /** Where the group puts records of the topic that it cannot handle. */
  public static String deadLetters(String topic, String group) {
    return topic + "." + group + ".dead";
  }

  /** All topics for a company with these departments: flow, queues and dead letters. */
  public static List<Topic> all(Collection<String> departments) {
    File file = read();
    List<Topic> topics = new ArrayList<>();
    for (File.Entry entry : file.topics()) {
      int partitions = entry.partitions() == null ? file.defaultPartitions() : entry.partitions();
      topics.add(
          new Topic(
              entry.name(), partitions, config(file, entry.compacted(), entry.retentionHours())));
    }
    for (String department : departments) {
      topics.add(
          new Topic(
              queue(department),
              file.defaultPartitions(),
              config(file, false, file.departmentQueues().retentionHours())));
    }
    for (Consumer consumer : file.consumers()) {
      topics.add(
          new Topic(
              deadLetters(consumer.topic(), consumer.group()),
              file.deadLetters().partitions(),
              config(file, false, file.deadLetters().retentionHours())));
    }
    return topics;
  }

  private static Map<String, String> config(
      File file, boolean compacted, @Nullable Integer retentionHours) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("cleanup.policy", compacted ? "compact" : "delete");
    config.put("max.message.bytes", String.valueOf(file.maxMessageBytes()));
    if (retentionHours != null) {
      config.put("retention.ms", String.valueOf(retentionHours * 3_600_000L));
    }
    return config;
  }

  private static File read() {
    try (InputStream in = TopicPlan.class.getResourceAsStream("topics.json")) {
      return Json.MAPPER.readValue(Required.value("topics.json", in), File.class);
    } catch (IOException e) {
      throw new IllegalStateException("topics.json cannot be read", e);
    }
  }

  record File(
      int defaultPartitions,
      int maxMessageBytes,
      List<Entry> topics,
      Queues departmentQueues,
      DeadLetters deadLetters,
      List<Consumer> consumers) {

    record Entry(
        String name,
        @Nullable Integer partitions,
        @Nullable Integer retentionHours,
        boolean compacted) {}

    record Queues(int retentionHours) {}

    record DeadLetters(int partitions, int retentionHours) {}

    record Consumer(String topic, String group) {}
  }
}
