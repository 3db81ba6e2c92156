package dev.frontline.classify.rows;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Rows of handled cases as documents and back. */
final class RowDocuments {

  private RowDocuments() {}

  static Document write(HandledCase.Confirmed confirmed) {
    TrainingRow row = confirmed.row();
    Document says = new Document();
    row.says()
        .forEach(
            (label, say) ->
                says.append(
                    label,
                    new Document("holds", say.holds())
                        .append("weight", say.weight())
                        .append("by", say.by())
                        .append("at", say.at().toString())));
    return new Document("_id", row.mentionId())
        .append("author", confirmed.author())
        .append("at", Date.from(confirmed.at()))
        .append("matched", row.matched())
        .append("source", row.source())
        .append("text", row.text())
        .append("told", row.told())
        .append("mayTrain", true)
        .append("says", says);
  }

  static TrainingRow read(Document document) {
    Document written = document.get("says", Document.class);
    Map<String, Say> says = new HashMap<>();
    for (String label : written.keySet()) {
      Document say = written.get(label, Document.class);
      says.put(
          label,
          new Say(
              say.getBoolean("holds"),
              say.getDouble("weight"),
              say.getString("by"),
              Instant.parse(say.getString("at"))));
    }
    return new TrainingRow(
        document.getString("_id"),
        document.getList("matched", String.class),
        document.getString("source"),
        document.getString("text"),
        document.getString("told"),
        says,
        1);
  }
}
