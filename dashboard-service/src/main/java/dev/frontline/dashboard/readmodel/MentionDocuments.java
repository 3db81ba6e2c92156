package dev.frontline.dashboard.readmodel;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.dashboard.inbox.Folded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What {@link MentionStore} holds, as documents and as changes of them. */
final class MentionDocuments {

  static final String TRIALS = "trials";

  private static final int SEARCHED = 1_000;
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final Bson WORDLESS =
      combine(unset("mention"), unset("classification"), unset("words"), unset("author"));

  /** A post whose author was erased. */
  static final Bson ERASED = combine(set("withdrawn", true), WORDLESS);

  private MentionDocuments() {}

  /** What is kept of a post and its judgement, as a document of its own. */
  static Document document(Mention mention, Classification classification) {
    Document document = new Document("_id", mention.id());
    List<String> trials = trials(mention);
    if (!trials.isEmpty()) {
      document.append(TRIALS, trials);
    }
    return document
        .append("key", MentionKey.of(mention.id()))
        .append("author", author(mention))
        .append("mention", Stored.write(mention))
        .append("classification", Stored.write(classification))
        .append("words", words(mention))
        .append("at", mention.createdAt().toString())
        .append("networkVersion", mention.networkVersion())
        .append("withdrawn", false);
  }

  /** What is kept of a post that is gone, or that is nobody's to read. */
  static Document withdrawn(String mentionId, long networkVersion) {
    return new Document("_id", mentionId)
        .append("key", MentionKey.of(mentionId))
        .append("networkVersion", networkVersion)
        .append("withdrawn", true);
  }

  /** The same put over what is known of the post; where it ended stays. */
  static WriteModel<Document> over(Document document) {
    Document fields = new Document(document);
    Object id = fields.remove("_id");
    Bson change = new Document("$set", fields);
    if (!document.containsKey(TRIALS) && !document.getBoolean("withdrawn")) {
      change = combine(change, unset(TRIALS));
    }
    if (document.getBoolean("withdrawn")) {
      change = combine(change, WORDLESS);
    }
    return new UpdateOneModel<>(eq("_id", id), change, UPSERT);
  }

  /** What it was heard on trial by: {@code source:} or {@code query:} and the id. */
  private static List<String> trials(Mention mention) {
    List<String> trials = new ArrayList<>();
    for (Match match : mention.matched()) {
      if (match.onTrial()) {
        trials.add("query:" + match.queryId());
      }
    }
    if (!trials.isEmpty() && mention.matched().stream().allMatch(Match::onTrial)) {
      trials.add("source:" + mention.source());
    }
    return trials;
  }

  static WriteModel<Document> routed(MentionRouted routed) {
    return upsert(
        routed.mentionId(),
        set("routed", Stored.write(routed)),
        set("outcome", routed.outcome().name().toLowerCase(Locale.ROOT)));
  }

  /** Who wrote it, as erasures name them: {@code network:author id}. */
  static String author(Mention mention) {
    return mention.network() + ":" + mention.author().id();
  }

  static StoredMention read(Document document) {
    return new StoredMention(
        document.getString("_id"),
        document.getString("key"),
        Stored.read(document.getString("mention"), Mention.class),
        Stored.read(document.getString("classification"), Classification.class),
        document.getBoolean("withdrawn", false),
        Stored.read(document.getString("routed"), MentionRouted.class));
  }

  private static String words(Mention mention) {
    String all = mention.author().shownName() + " " + mention.network() + " " + mention.text();
    return Folded.text(all.length() > SEARCHED ? all.substring(0, SEARCHED) : all);
  }

  private static WriteModel<Document> upsert(String id, Bson... changes) {
    Bson all = combine(combine(changes), set("key", MentionKey.of(id)));
    return new UpdateOneModel<>(eq("_id", id), all, UPSERT);
  }
}
