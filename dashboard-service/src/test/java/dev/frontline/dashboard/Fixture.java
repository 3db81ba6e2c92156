package dev.frontline.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.author.AuthorEvent;
import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseReply;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.CaseTimes;
import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.casefile.RoutingEvent;
import dev.frontline.contracts.classification.About;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassificationDraft;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Posts and cases of an invented airline's customers. */
public final class Fixture {

  public static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private Fixture() {}

  public static Mention aPost(String id, String text) {
    return new Mention(
        id,
        "mastodon",
        new Author("u-7", "bea", "Bea Traveller", 1_200L, null, null),
        text,
        "en",
        NOW,
        NOW,
        NOW,
        null,
        "https://social.example/1",
        null,
        null,
        List.of(),
        Engagement.NONE,
        PostState.LIVE,
        id,
        "hooks",
        List.of(new Match("q1", Match.Kind.BRAND, "Aurora")),
        null,
        1_200,
        1,
        false,
        true,
        true,
        false);
  }

  /** The same post, brought by another source. */
  public static Mention heardBy(String source, Mention post) {
    ObjectNode told = Json.MAPPER.valueToTree(post);
    return Json.MAPPER.convertValue(told.put("source", source), Mention.class);
  }

  public static Classification aComplaint() {
    return new Classification(
        Map.of(
            "complaint", new LabelScore(0.93, true, List.of("late again"), "0", "m-1"),
            "praise", new LabelScore(0.02, false, List.of(), "0", "m-1")),
        new Sentiment("neg", 0.9, 0.08, 0.02),
        "en",
        "0",
        "m-1",
        false,
        false,
        null,
        null,
        null,
        NOW,
        List.of(new Theme("billing", List.of("charged twice"))),
        List.of());
  }

  /** What a post says that likes the rival Boreal and is angry with Aurora. */
  public static Classification aComplaintBesidePraiseOfARival() {
    ClassificationDraft draft = new ClassificationDraft(aComplaint());
    draft.about =
        List.of(
            new About("Aurora", Match.Kind.BRAND, draft.labels, draft.sentiment),
            new About(
                "Boreal",
                Match.Kind.RIVAL,
                Map.of("praise", new LabelScore(0.8, true, List.of("never late"), "0", "m-1")),
                new Sentiment("pos", 0.1, 0.1, 0.8)));
    return draft.classification();
  }

  public static CaseState aCase(String id, Mention mention, String department) {
    return aCase(id, mention, aComplaint(), department);
  }

  public static CaseState aCase(
      String id, Mention mention, Classification classification, String department) {
    return new CaseState(
        id,
        1,
        "Aurora",
        mention.conversationId(),
        "mastodon",
        mention.author(),
        CaseStatus.QUEUED,
        department,
        Priority.HIGH,
        null,
        new Due(NOW.plusSeconds(3600), "first_response", "accepted 09:00 + 60 min (high)"),
        false,
        "en",
        List.of(new CaseMention(mention, classification, false)),
        0,
        1_200,
        null,
        new Route("complaints", List.of("The rule complaints holds.", "Nobody is on shift.")),
        null,
        List.of(),
        List.of(),
        List.of(new HistoryEntry(NOW, "system", "opened", "opened in " + department)),
        new CaseTimes(NOW, NOW, null, null, null, NOW, null, null, 0),
        null,
        null,
        false,
        false,
        null);
  }

  public static CaseState atVersion(long version, CaseState c) {
    ObjectNode changed = Json.MAPPER.valueToTree(c);
    return read(changed.put("version", version));
  }

  static CaseState takenBy(String user, CaseState c) {
    ObjectNode taken = Json.MAPPER.valueToTree(c);
    return read(taken.put("status", "taken").put("assignee", user));
  }

  /** Of customer service. */
  public static CaseState aCaseThatIs(CaseStatus status, @Nullable String owner) {
    Mention post = aPost("mastodon:https://social.example/one", "Where is my seat?");
    ObjectNode c = Json.MAPPER.valueToTree(aCase("case-one", post, "customer-service"));
    return read(c.put("status", status.name().toLowerCase(Locale.ROOT)).put("assignee", owner));
  }

  /** The case with an answer that stands on its network. */
  static CaseState answered(CaseState c, Mention post, String by, String text) {
    ObjectNode answered = Json.MAPPER.valueToTree(c);
    CaseReply reply =
        new CaseReply(
            c.id() + "-r1",
            post.id(),
            text,
            null,
            by,
            NOW,
            CaseReply.State.DELIVERED,
            "n-1",
            "https://social.example/answers/" + c.id(),
            NOW,
            null);
    answered.withArray("replies").add(Json.MAPPER.<ObjectNode>valueToTree(reply));
    return read(answered);
  }

  private static CaseState read(ObjectNode state) {
    return read(state, CaseState.class);
  }

  private static <T> T read(ObjectNode json, Class<T> type) {
    try {
      return Json.MAPPER.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static ProducerRecord<String, byte[]> classified(Mention mention, Classification c) {
    return EventCodec.toRecord(
        TopicPlan.CLASSIFIED,
        mention.conversationId(),
        EventFamily.CLASSIFIED,
        Envelope.of(
            "c-" + mention.id(),
            "/frontline/classify",
            NOW,
            new ClassifyEvent.MentionClassified(mention, c)));
  }

  /** The post as its author changed it. */
  public static Mention edited(Mention post, long networkVersion, String text) {
    ObjectNode edited = Json.MAPPER.valueToTree(post);
    return read(edited.put("networkVersion", networkVersion).put("text", text), Mention.class);
  }

  public static Mention writtenBy(Author author, Mention post) {
    ObjectNode written = Json.MAPPER.valueToTree(post);
    return read(written.set("author", Json.MAPPER.valueToTree(author)), Mention.class);
  }

  /** A person's word on the post. */
  public static ProducerRecord<String, byte[]> reclassified(Mention mention) {
    return EventCodec.toRecord(
        TopicPlan.CLASSIFIED,
        mention.conversationId(),
        EventFamily.CLASSIFIED,
        Envelope.of(
            "h-" + mention.id(),
            "/frontline/classify",
            NOW,
            new ClassifyEvent.MentionReclassified(
                mention, aComplaint(), ClassifyEvent.Cause.HUMAN, NOW.toEpochMilli(), "anna")));
  }

  /** {@code network:author id} is to be forgotten. */
  public static ProducerRecord<String, byte[]> erased(String author) {
    return EventCodec.toRecord(
        TopicPlan.AUTHORS_ERASED,
        author,
        EventFamily.AUTHORS,
        Envelope.of(
            "e-" + author,
            "/frontline/ingest",
            NOW,
            new AuthorEvent.AuthorErased(author, NOW, "odin", "asked for it")));
  }

  public static ProducerRecord<String, byte[]> withdrawn(Mention mention) {
    return EventCodec.toRecord(
        TopicPlan.CLASSIFIED,
        mention.conversationId(),
        EventFamily.CLASSIFIED,
        Envelope.of(
            "w-" + mention.id(),
            "/frontline/classify",
            NOW,
            new ClassifyEvent.MentionWithdrawn(mention.id(), mention.conversationId(), 2, NOW)));
  }

  public static ProducerRecord<String, byte[]> routed(
      Mention mention, RoutingEvent.Outcome outcome, List<String> cases) {
    return EventCodec.toRecord(
        TopicPlan.ROUTED,
        mention.conversationId(),
        EventFamily.ROUTED,
        Envelope.of(
            "r-" + mention.id(),
            "/frontline/routing",
            NOW,
            new RoutingEvent.MentionRouted(
                mention.id(),
                mention.conversationId(),
                1,
                outcome,
                cases,
                cases.isEmpty() ? null : "customer-service",
                "complaints",
                List.of("The rule complaints holds."),
                NOW)));
  }

  public static ProducerRecord<String, byte[]> opened(CaseState state) {
    return EventCodec.toRecord(
        TopicPlan.CASES,
        state.id(),
        EventFamily.CASES,
        Envelope.of(
            state.id() + "#" + state.version() + "#0",
            "/frontline/routing",
            NOW,
            new CaseEvent.CaseOpened(
                state, NOW, "system", state.mentions().get(0).mention().id())));
  }
}
