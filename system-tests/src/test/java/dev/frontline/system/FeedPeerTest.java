package dev.frontline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The whole of Frontline beside the RSS feed that snac writes of what a person posts there. */
@EnabledIfSystemProperty(named = "frontline.test.peers", matches = "true")
class FeedPeerTest {

  private static SnacPeer network;
  private static RunningStack stack;
  private static PeerJourney journey;

  @BeforeAll
  static void up() throws IOException, InterruptedException {
    network = PeerStack.needSnac();
    stack = PeerStack.shared().stack;
    journey = new PeerJourney(stack);
  }

  @Test
  void whatIsPostedIsHeardThroughTheFeedAsAPersonWroteIt() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int n = 1; n <= 3; n++) {
      ids.add(inFeed(network.post("The lid of my #kettlery came off & it <b>leaks</b>, no. " + n)));
    }

    for (int n = 1; n <= 3; n++) {
      JsonNode mention = journey.heard(ids.get(n - 1));
      assertThat(mention.path("text").asText())
          .contains("#kettlery came off & it", "leaks", "no. " + n)
          .doesNotContain("<b>", "href", "&amp;");
      assertThat(mention.path("url").asText()).isEqualTo(ids.get(n - 1).substring(5));
    }
  }

  @Test
  void whatIsPostedWhileNobodyReadsIsHeardAfterwards() throws Exception {
    journey.heard(inFeed(network.post("#kettlery came without its lid")));
    stack.kill("ingest");

    String meanwhile = inFeed(network.post("#kettlery came without its handle, too"));

    journey.heard(meanwhile);
  }

  /** The feed names a post by the address that is its id everywhere. */
  private static String inFeed(JsonNode status) {
    return "feed:" + status.path("uri").asText();
  }
}
