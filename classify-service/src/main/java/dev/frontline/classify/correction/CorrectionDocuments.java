package dev.frontline.classify.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.classify.correction.Correction.Pending;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.classification.ClassifyEvent.MentionReclassified;
import dev.frontline.contracts.label.LabelEvent.LabelCorrected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Corrections as documents and back. */
final class CorrectionDocuments {

  private CorrectionDocuments() {}

  static Document write(Correction correction) {
    Document words = new Document();
    correction
        .words()
        .forEach(
            (label, word) ->
                words.append(
                    label,
                    new Document("holds", word.holds())
                        .append("by", word.by())
                        .append("at", word.at().toString())));
    List<Document> outbox = new ArrayList<>();
    for (Pending pending : correction.outbox()) {
      outbox.add(
          new Document("id", pending.id())
              .append("at", pending.at().toString())
              .append("corrected", json(pending.corrected()))
              .append("reclassified", json(pending.reclassified())));
    }
    return new Document("_id", correction.mentionId())
        .append("version", correction.version())
        .append("conversation", correction.conversationId())
        .append("author", correction.author())
        .append("matched", correction.matched())
        .append("source", correction.source())
        .append("networkVersion", correction.networkVersion())
        .append("text", correction.text())
        .append("told", correction.told())
        .append("lang", correction.lang())
        .append("words", words)
        .append("outbox", outbox)
        .append("pending", !outbox.isEmpty());
  }

  static Correction read(Document document) {
    List<Pending> outbox = new ArrayList<>();
    for (Document pending : document.getList("outbox", Document.class)) {
      outbox.add(
          new Pending(
              pending.getString("id"),
              Instant.parse(pending.getString("at")),
              event(pending.getString("corrected"), LabelCorrected.class),
              event(pending.getString("reclassified"), MentionReclassified.class)));
    }
    return new Correction(
        document.getString("_id"),
        document.getString("conversation"),
        document.getString("author"),
        document.getList("matched", String.class, List.of()),
        document.getString("source"),
        document.getLong("networkVersion"),
        document.getString("text"),
        document.getString("told"),
        document.getString("lang"),
        words(document),
        document.getLong("version"),
        outbox);
  }

  static Map<String, Word> words(Document document) {
    Map<String, Word> words = new HashMap<>();
    Document written = document.get("words", Document.class);
    for (String label : written.keySet()) {
      Document word = written.get(label, Document.class);
      words.put(
          label,
          new Word(
              word.getBoolean("holds"), word.getString("by"), Instant.parse(word.getString("at"))));
    }
    return words;
  }

  private static String json(Object event) {
    try {
      return Json.MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always JSON", e);
    }
  }

  private static <T> T event(String json, Class<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an outbox holds what was written there", e);
    }
  }
}
