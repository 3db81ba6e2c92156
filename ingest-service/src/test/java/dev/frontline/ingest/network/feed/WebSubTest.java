package dev.frontline.ingest.network.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.reading.PushCrash;
import dev.frontline.ingest.reading.PushDoor.Received;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Signatures;
import dev.frontline.testkit.NeedsStack;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsStack
class WebSubTest {

  private static final String TOPIC = "https://news.invalid/feed";
  private static final String CALLBACK = "https://frontline.invalid/hooks/rigged";
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final FeedSource source = new FeedSource();
  private volatile Reply feed = Reply.status(500);
  private volatile Reply hub = Reply.status(202);
  private Served network;
  private Rig rig;

  @BeforeEach
  void open() {
    network = new Served(asked -> asked.path().equals("/hub") ? hub : feed);
    feed = Feeds.ok(Feeds.rss(links(), "Kettlery opens"));
    rig = rig();
  }

  @AfterEach
  void close() {
    rig.close();
    network.close();
  }

  @Test
  void aFeedsHubIsAskedToTellAndConfirmsBeforeItIsPolledLess() {
    Instant before = rig.turn();
    Optional<String> echo = rig.greeted(challenge("subscribe", "864000"));
    rig.clock.to(before);
    Instant after = rig.turn();

    Map<String, String> asked = subscription();
    assertThat(asked)
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", TOPIC)
        .containsEntry("hub.lease_seconds", "864000");
    assertThat(asked.get("hub.callback")).startsWith(CALLBACK + "?token=");
    assertThat(asked.get("hub.secret")).isNotBlank().doesNotContain("secret");
    assertThat(before).isEqualTo(Rig.NOON.plus(EVERY));
    assertThat(echo).contains("42");
    assertThat(after).isEqualTo(before.plus(Duration.ofHours(1)));
    assertThat(hubAsked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"link headers", "atom", "json"})
  void aHubIsFoundWhereverAFeedNamesIt(String where) {
    String hubAddress = network.address() + "/hub";
    feed =
        switch (where) {
          case "atom" ->
              Feeds.ok(
                  Feeds.atom("Kettlery")
                      .replace(
                          "<id>urn:f</id>",
                          "<link rel='hub' href='"
                              + hubAddress
                              + "'/><link rel='self' href='"
                              + TOPIC
                              + "'/><id>urn:f</id>"));
          case "json" ->
              Feeds.ok(
                  Feeds.json("Kettlery")
                      .replace(
                          "\"title\":\"t\"",
                          "\"feed_url\":\""
                              + TOPIC
                              + "\",\"hubs\":[{\"type\":\"WebSub\",\"url\":\""
                              + hubAddress
                              + "\"}]"));
          default ->
              Feeds.ok(Feeds.rss("", "Kettlery"))
                  .with("Link", "<" + hubAddress + ">; rel=\"hub\", <" + TOPIC + ">; rel=\"self\"");
        };

    rig.turn();

    assertThat(subscription()).containsEntry("hub.topic", TOPIC);
  }

  @Test
  void whatAHubTellsIsTakenOnceAndOnlyWithItsSignature() {
    subscribed();
    byte[] body = bytes(Feeds.rss("", "Kettlery opens", "Kettlery closes"));

    assertThat(rig.call(signed(body, "sha256"))).isEqualTo(new Received.Taken(1));
    assertThat(rig.call(signed(body, "sha512"))).isEqualTo(new Received.Taken(0));
    assertThat(rig.call(new Delivery(Map.of(), Map.of(), body)))
        .isInstanceOf(Received.Forged.class);
    assertThat(
            rig.call(
                new Delivery(
                    Map.of("x-hub-signature", "sha256=" + Signatures.hex("secret", body)),
                    Map.of(),
                    body)))
        .isInstanceOf(Received.Forged.class);
    assertThat(rig.posted())
        .extracting(Mention::id)
        .containsExactlyInAnyOrderElementsOf(Feeds.ids(2));
  }

  @Test
  void aFeedsNameThatIsBrokenOverLinesIsReadAsOne() {
    feed =
        Feeds.ok(Feeds.rss(links().replace("news.invalid", "news.\n  invalid"), "Kettlery opens"));

    rig.turn();
    rig.clock.forward(EVERY);
    rig.turn();

    assertThat(subscription()).containsEntry("hub.topic", TOPIC);
    assertThat(rig.trouble()).isEmpty();
  }

  @Test
  void whatAHubTellsAndCannotBeReadIsParked() {
    subscribed();

    assertThat(rig.call(signed(bytes("<rss><channel><item>"), "sha1")))
        .isInstanceOf(Received.Broken.class);
    assertThat(rig.parked()).hasSize(1);
  }

  @Test
  void onlyTheHubThatWasAskedIsAnsweredAndNobodyEndsASubscription() {
    rig.turn();
    Map<String, String> stranger = new HashMap<>(query("subscribe", "864000"));
    stranger.put("token", "0123");
    Map<String, String> another = new HashMap<>(query("subscribe", "864000"));
    another.put("hub.topic", "https://other.invalid/feed");

    assertThat(rig.greeted(new Delivery(Map.of(), stranger, new byte[0]))).isEmpty();
    assertThat(rig.greeted(new Delivery(Map.of(), another, new byte[0]))).isEmpty();
    assertThat(rig.greeted(challenge("unsubscribe", "0"))).isEmpty();
    assertThat(rig.greeted(challenge("subscribe", "864000"))).contains("42");
  }

  @Test
  void aSubscriptionIsRenewedWhenAQuarterOfItsLeaseIsLeft() {
    rig.turn();
    rig.greeted(challenge("subscribe", "86400"));

    rig.clock.forward(Duration.ofHours(17));
    rig.turn();
    int early = hubAsked().size();
    rig.clock.forward(Duration.ofHours(2));
    rig.turn();

    assertThat(early).isEqualTo(1);
    assertThat(hubAsked()).hasSize(2);
  }

  @Test
  void aHubThatRefusesLeavesTheFeedPolledAsBefore() {
    hub = Reply.status(503).with("Retry-After", "86400");

    Instant first = rig.turn();
    rig.clock.to(first);
    Instant second = rig.turn();

    assertThat(second).isEqualTo(first.plus(EVERY));
    assertThat(rig.posted()).hasSize(1);
    assertThat(hubAsked()).as("not again within the hour").hasSize(1);
  }

  @Test
  void aSubscriptionThatIsOverOrDeniedLeavesTheFeedPolledAsBefore() {
    hub = Reply.status(202);
    rig.turn();
    rig.greeted(challenge("subscribe", "3600"));
    rig.clock.forward(Duration.ofMinutes(61));
    Instant over = rig.turn();
    rig.greeted(challenge("subscribe", "3600"));
    Optional<String> denied = rig.greeted(challenge("denied", "0"));
    rig.clock.to(over);
    Instant due = rig.turn();

    assertThat(over).isEqualTo(rig.clock.instant());
    assertThat(denied).contains("");
    assertThat(due).isEqualTo(over.plus(EVERY));
  }

  @Test
  void withoutAnAddressToBeCalledAtNoHubIsAsked() {
    try (Rig quiet = new Rig(source, network.address() + "/feed", "secret", Map.of())) {
      quiet.turn();
    }

    assertThat(hubAsked()).isEmpty();
  }

  @Test
  void whateverMomentTheProcessEndsTheHubSendsAgainAndNothingIsToldTwice() {
    subscribed();
    Delivery delivery = signed(bytes(Feeds.rss("", "Kettlery 1", "Kettlery 2")), "sha256");

    PushCrash.everywhere(this::rig, delivery, Feeds.ids(2));
  }

  private Rig rig() {
    return new Rig(source, network.address() + "/feed", "secret", Map.of("callback", CALLBACK));
  }

  private String links() {
    return "<atom:link rel='hub' href='"
        + network.address()
        + "/hub'/><atom:link rel='self' href='"
        + TOPIC
        + "'/>";
  }

  private void subscribed() {
    rig.turn();
    rig.greeted(challenge("subscribe", "864000"));
  }

  private List<Asked> hubAsked() {
    return network.asked("POST", "/hub");
  }

  private Map<String, String> subscription() {
    Map<String, String> form = new HashMap<>();
    for (String field : hubAsked().get(0).body().split("&")) {
      String[] parts = field.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private Delivery challenge(String mode, String lease) {
    return new Delivery(Map.of(), query(mode, lease), new byte[0]);
  }

  private Map<String, String> query(String mode, String lease) {
    String callback = subscription().get("hub.callback");
    return Map.of(
        "token",
        URI.create(callback).getQuery().substring("token=".length()),
        "hub.mode",
        mode,
        "hub.topic",
        TOPIC,
        "hub.challenge",
        "42",
        "hub.lease_seconds",
        lease);
  }

  private Delivery signed(byte[] body, String algorithm) {
    String secret = subscription().get("hub.secret");
    return new Delivery(
        Map.of("x-hub-signature", algorithm + "=" + Hmac.hex(algorithm, secret, body)),
        Map.of(),
        body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
