package dev.frontline.ingest.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.ingest.erasure.ErasedAuthors;
import dev.frontline.ingest.listening.QueryLanguage;
import dev.frontline.ingest.listening.Reading;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.query.DryRun.Asking;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.reading.TestClock;
import dev.frontline.ingest.sample.Sample;
import dev.frontline.ingest.source.Memory;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsStack
class DryRunSearchTest {

  @TempDir Path folder;
  private final TestClock clock = new TestClock(Rig.NOON);
  private final MongoClient store = MongoClients.create(EmbeddedStack.get().storeUri());
  private final MongoDatabase database = store.getDatabase("dry-" + UUID.randomUUID());
  private final Served network =
      new Served(
          asked ->
              asked.path().equals("/lake")
                  ? Reply.status(429)
                  : Reply.json("my kettle is on fire\na kettle sings\nfire, far from any kettle"));

  @AfterEach
  void close() {
    network.close();
    database.drop();
    store.close();
  }

  @Test
  void whatNetworksTellIsJudgedHereCountedApartAndKeptNowhere() throws IOException {
    Map<String, Object> told = tried("kettle NOT far", Asking.FREE);

    assertThat(told).containsEntry("found", 0).containsEntry("heardFound", 0);
    assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(told)).at("/search/asked/0"))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"source": "pond", "network": "water", "read": 3, "found": 2, "heard": 1,
                 "more": false, "costUpTo": 0.0,
                 "words": "found by asking pond: 2 of 3 posts matched, 1 of them heard before",
                 "samples": [
                   {"network": "water", "text": "my kettle is on fire", "from": "asked"},
                   {"network": "water", "text": "a kettle sings", "from": "asked"}]}"""));
    assertThat(database.listCollectionNames()).doesNotContain("sample", "mentions", "spend");
  }

  @Test
  void aNetworkThatRefusesCostsItsOwnLineAlone() throws IOException {
    Map<String, Object> told = tried("kettle", Asking.FREE);

    assertThat(Json.MAPPER.valueToTree(told).at("/search/asked"))
        .extracting(one -> one.path("words").asText())
        .containsExactly(
            "found by asking pond: 3 of 3 posts matched, 1 of them heard before",
            "asking lake brought nothing: it answered 429");
  }

  @Test
  void postsOfWhoeverAskedToBeForgottenAreNotShown() throws IOException {
    database
        .getCollection("erased_authors")
        .insertOne(new Document("_id", MentionKey.hash("water:jo")));

    Map<String, Object> told = tried("kettle", Asking.FREE);

    assertThat(Json.MAPPER.valueToTree(told).at("/search/asked/0/samples")).isEmpty();
  }

  @Test
  void nobodyIsAskedUnlessAPersonWantsIt() throws IOException {
    Map<String, Object> told = tried("kettle OR kettl*", Asking.NONE);

    assertThat(network.asked()).isEmpty();
    assertThat(Json.MAPPER.valueToTree(told).path("search"))
        .hasToString(
            "{\"offers\":["
                + List.of("pond", "lake").stream()
                    .map(id -> offer(id, 0))
                    .collect(Collectors.joining(","))
                + ","
                + offer("shop", 0.4)
                + "],\"unable\":[],\"for\":[[\"kettle\"]],\"leftOut\":[\"kettl*\"],"
                + "\"words\":\"not asked for: kettl*\",\"asked\":[]}");
  }

  @Test
  void aQueryWithoutAWholeWordIsAskedOfNobodyAndSaysSo() throws IOException {
    Map<String, Object> told = tried("kettl* lang:en", Asking.ALL);

    assertThat(network.asked()).isEmpty();
    assertThat(Json.MAPPER.valueToTree(told).at("/search/unable/0/why").asText())
        .isEqualTo("the query holds no whole word to ask for");
  }

  private static String offer(String id, double cost) {
    return "{\"source\":\"" + id + "\",\"network\":\"water\",\"costUpTo\":" + cost + "}";
  }

  private Map<String, Object> tried(String text, Asking asking) throws IOException {
    Reading.Understood understood = (Reading.Understood) QueryLanguage.read(text);
    DryRun dryRun =
        new DryRun(
            new Sample(database, clock, 1),
            new HeardLately("nowhere:1") {
              @Override
              List<Post.Content> posts() {
                return new ArrayList<>();
              }
            },
            new Searched(network, folder, clock).search,
            new ErasedAuthors(database),
            KNOWS_THE_FIRST,
            clock,
            4);
    return dryRun.of(text, understood.terms(), asking);
  }

  private static final Memory KNOWS_THE_FIRST =
      new Memory() {
        @Override
        public Set<String> known(Collection<String> mentionIds) {
          return mentionIds.stream().limit(1).collect(Collectors.toSet());
        }

        @Override
        public Optional<String> aliased(String alias) {
          return Optional.empty();
        }
      };
}
