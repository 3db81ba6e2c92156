package dev.frontline.local.demo.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.MentionKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkServerTest {

  private static final String ID = "mastodon:tazas.example/@ana/1";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final List<Reply> told = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private NetworkBook book;
  private NetworkServer server;

  @BeforeEach
  void start() throws IOException {
    book = new NetworkBook(folder);
    server =
        new NetworkServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            "http://network.example",
            book,
            new ChannelBook(folder),
            NOON,
            told::add);
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void it_is_ready_once_the_first_days_stand_there() throws Exception {
    AtomicBoolean loaded = new AtomicBoolean();
    server.readyWhen(loaded::get);

    assertThat(status("/q/health/ready")).isEqualTo(503);
    assertThat(status("/")).isEqualTo(200);

    loaded.set(true);
    assertThat(status("/q/health/ready")).isEqualTo(200);
  }

  private int status(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void an_answer_stands_under_its_post() throws Exception {
    book.publish(List.of(post(ID, "Mi cafetera gotea").put("type", "mention.created")));

    HttpResponse<String> response = reply("r-1", ID, "Lo arreglamos, Ana.");

    assertThat(response.statusCode()).isEqualTo(201);
    JsonNode placed = Json.MAPPER.readTree(response.body());
    assertThat(placed.path("url").asText())
        .startsWith("http://network.example/posts/" + MentionKey.of(ID) + "#");
    assertThat(get("/posts/" + MentionKey.of(ID)).body())
        .contains("Mi cafetera gotea", "Lo arreglamos, Ana.", placed.path("id").asText());
    assertThat(get("/").body()).contains("Mi cafetera gotea", "Lo arreglamos, Ana.");
  }

  @Test
  void the_same_answer_brought_twice_stands_there_once() throws Exception {
    book.publish(List.of(post(ID, "Mi cafetera gotea").put("type", "mention.created")));

    HttpResponse<String> first = reply("r-1", ID, "Lo arreglamos.");
    HttpResponse<String> second = reply("r-1", ID, "Lo arreglamos.");

    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(get("/posts/" + MentionKey.of(ID)).body()).containsOnlyOnce("Lo arreglamos.");
    assertThat(told).hasSize(1);
  }

  @Test
  void what_a_channel_received_is_shown_as_text_and_still_after_a_restart() throws Exception {
    String slack =
        """
        {"text":"Lead","blocks":[
          {"type":"section","text":{"type":"mrkdwn","text":"*Lead: Kim &amp; Lou*"}},
          {"type":"section","text":{"type":"mrkdwn","text":"\u201cWhich &lt;kettle&gt;?\u201d"}},
          {"type":"section","text":{"type":"mrkdwn","text":"<http://d/cases/1|Open in Frontline>"}}]}
        """;
    String teams =
        """
        {"type":"message","attachments":[{"content":{"body":[{"type":"RichTextBlock",
          "inlines":[{"type":"TextRun","text":"A <risk>"}]}]}}]}
        """;

    assertThat(channel("sales", slack).statusCode()).isEqualTo(200);
    assertThat(channel("press", teams).statusCode()).isEqualTo(200);
    assertThat(channel("press", "{}").statusCode()).isEqualTo(400);
    assertThat(channel("../x", slack).statusCode()).isEqualTo(404);

    assertThat(get("/channels").body())
        .contains(
            "#sales", "Lead: Kim &amp; Lou", "Which &lt;kettle&gt;?", "href=\"http://d/cases/1")
        .contains("#press", "A &lt;risk&gt;")
        .doesNotContain("<kettle>", "<risk>");
    assertThat(new ChannelBook(folder).count()).isEqualTo(2);
  }

  private HttpResponse<String> channel(String name, String json) throws Exception {
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.port() + "/channels/" + name))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void an_answer_to_a_post_from_elsewhere_can_be_seen_too() throws Exception {
    assertThat(reply("r-2", "hooks:77", "We are on it.").statusCode()).isEqualTo(201);

    assertThat(get("/posts/" + MentionKey.of("hooks:77")).body()).contains("We are on it.");
    assertThat(get("/").body()).contains("We are on it.");
  }

  @Test
  void an_answer_under_a_deleted_post_is_refused() throws Exception {
    book.publish(List.of(post(ID, "Mi cafetera gotea").put("type", "mention.created")));
    book.publish(List.of(post(ID, "").put("type", "mention.deleted")));

    assertThat(reply("r-3", ID, "Lo sentimos.").statusCode()).isEqualTo(410);
    assertThat(get("/posts/" + MentionKey.of(ID)).body())
        .contains("took this post down")
        .doesNotContain("gotea", "Lo sentimos");
  }

  @Test
  void what_is_no_answer_is_refused_with_the_reason() throws Exception {
    assertThat(send("r-4", "{\"replyId\":\"r-4\"}").statusCode()).isEqualTo(422);
    assertThat(send("r-4", "nonsense").statusCode()).isEqualTo(422);
    assertThat(send("r-4", "").statusCode()).isEqualTo(422);
    assertThat(send("other", body("r-4", ID, "Hi")).statusCode()).isEqualTo(400);
  }

  @Test
  void what_people_write_is_never_markup() throws Exception {
    ObjectNode post = post(ID, "<script>alert(1)</script> \"><img src=x onerror=alert(2)>");
    post.withObject("/author").put("displayName", "<b>Ana</b>").put("handle", "a'\"><i>");
    post.put("lang", "\"><u>");
    book.publish(List.of(post));
    reply("r-5", ID, "</p><script>alert(3)</script>");

    String page =
        (get("/posts/" + MentionKey.of(ID)).body() + get("/").body())
            .replace("<script src=\"/murmel.js\" defer></script>", "");

    assertThat(page).doesNotContain("<script", "<img", "<b>Ana", "<i>", "<u>");
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void a_page_can_ask_whether_anything_is_new() throws Exception {
    book.publish(List.of(post(ID, "Mi cafetera gotea")));
    String before = get("/latest").body();
    assertThat(get("/latest").body()).isEqualTo(before);

    reply("r-7", ID, "Vamos a verlo.");

    assertThat(get("/latest").body()).isNotEqualTo(before);
    assertThat(get("/murmel.js").body()).contains("/latest");
    assertThat(get("/").headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self'");
  }

  @Test
  void the_conversation_in_which_somebody_wrote_last_stands_first() throws Exception {
    String other = "mastodon:https://tazas.example/@bo/2";
    book.publish(
        List.of(
            post(ID, "Mi cafetera gotea"),
            post(other, "Bonito dia").put("createdAt", "2026-03-02T11:40:00Z"),
            post("mastodon:https://tazas.example/@ana/3", "Gracias!")
                .put("createdAt", "2026-03-02T11:50:00Z")
                .put("inReplyTo", ID)));

    String front = get("/").body();

    assertThat(front.indexOf("gotea")).isLessThan(front.indexOf("Bonito"));
  }

  @Test
  void a_restart_shows_the_same() throws Exception {
    book.publish(List.of(post(ID, "Mi cafetera gotea").put("type", "mention.created")));
    book.publish(List.of(post(ID, "Mi cafetera gotea mucho").put("type", "mention.updated")));
    reply("r-6", ID, "Vamos a verlo.");

    NetworkPages again = new NetworkPages(new NetworkBook(folder));

    assertThat(again.front(NOON.instant())).contains("gotea mucho", "edited", "Vamos a verlo.");
  }

  @Test
  void the_story_bar_takes_json_only() throws Exception {
    List<String> acted = new ArrayList<>();
    server.story(() -> Map.of("state", "playing"), a -> acted.add(a) && a.equals("next"));

    assertThat(get("/story").body()).contains("playing");
    assertThat(post("/story", "text/plain", "{\"action\":\"next\"}").statusCode()).isEqualTo(415);
    assertThat(acted).isEmpty();
    assertThat(post("/story", "application/json", "{\"action\":\"next\"}").statusCode())
        .isEqualTo(200);
    assertThat(post("/story", "application/json", "{\"action\":\"jump\"}").statusCode())
        .isEqualTo(422);
  }

  private static ObjectNode post(String id, String text) {
    ObjectNode data = Json.MAPPER.createObjectNode();
    data.put("id", id).put("network", "mastodon").put("text", text).put("lang", "es");
    data.put("createdAt", "2026-03-02T11:30:00Z").put("type", "mention.created");
    data.putObject("author").put("id", "ana").put("handle", "ana").put("displayName", "Ana");
    return data;
  }

  private HttpResponse<String> reply(String id, String mention, String text) throws Exception {
    return send(id, body(id, mention, text));
  }

  private static String body(String id, String mention, String text) {
    return Json.MAPPER
        .createObjectNode()
        .put("replyId", id)
        .put("mentionId", mention)
        .put("text", text)
        .put("by", "lucia")
        .put("at", "2026-03-02T11:58:00Z")
        .toString();
  }

  private HttpResponse<String> send(String key, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(at("/network/replies"))
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
