package dev.frontline.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A real server that speaks Mastodon's interface (snac 2), a customer's account and the company's.
 * It answers only to its own name, so the proxy before it has that name.
 */
final class SnacPeer implements AutoCloseable {

  /** Who writes to the company. */
  static final String CUSTOMER = "ana";

  /** Who answers for it. */
  static final String COMPANY = "us";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HERE = "urn:ietf:wg:oauth:2.0:oob";

  /** Before the server: what Frontline asks goes through it. */
  final HoldingProxy proxy;

  private final Path program;
  private final Path data;
  private final PeerProcess process;
  private final Remote server;
  private final String customer;
  private final String company;

  private SnacPeer(Path program, Path folder) throws IOException, InterruptedException {
    this.program = program;
    this.data = folder.resolve("snac");
    int port = Peers.freePort();
    proxy = new HoldingProxy(0, port);
    run("127.0.0.1\n" + port + "\nlocalhost:" + proxy.port() + "\n\n\n", "init", data.toString());
    plainHttp(data.resolve("server.json"));
    String customerWord = password(run("", "adduser", data.toString(), CUSTOMER));
    String companyWord = password(run("", "adduser", data.toString(), COMPANY));
    server = new Remote(address());
    process =
        PeerProcess.start(
            List.of(program.toString(), "httpd", data.toString()),
            folder.resolve("snac.log"),
            said -> server.answers("/api/v1/timelines/tag/up"));
    customer = token(CUSTOMER, customerWord);
    company = token(COMPANY, companyWord);
  }

  static SnacPeer start(Path program, Path folder) throws IOException, InterruptedException {
    return new SnacPeer(program, folder);
  }

  String address() {
    return "http://localhost:" + proxy.port();
  }

  /** The company's OAuth token. */
  String token() {
    return company;
  }

  /** The customer posts; the whole status. */
  JsonNode post(String text) throws IOException, InterruptedException {
    return server.post(
        "/api/v1/statuses", customer, Map.of("status", text, "visibility", "public"));
  }

  /** What stands below the status. */
  List<JsonNode> below(JsonNode status) throws IOException, InterruptedException {
    JsonNode context =
        server.get("/api/v1/statuses/" + status.path("id").asText() + "/context", company);
    return StreamSupport.stream(context.path("descendants").spliterator(), false).toList();
  }

  /** OAuth's code flow, as a person in a browser goes through it. */
  private String token(String user, String password) throws IOException, InterruptedException {
    JsonNode app =
        JSON.readTree(
            server.form(
                "/api/v1/apps",
                Map.of("client_name", "frontline", "redirect_uris", HERE, "scopes", "read write")));
    String id = app.path("client_id").asText();
    String code =
        server
            .form(
                "/oauth/x-snac-login",
                Map.of("login", user, "passwd", password, "redir", HERE, "cid", id, "state", ""))
            .strip();
    return JSON.readTree(
            server.form(
                "/oauth/token",
                Map.of(
                    "grant_type",
                    "authorization_code",
                    "client_id",
                    id,
                    "client_secret",
                    app.path("client_secret").asText(),
                    "redirect_uri",
                    HERE,
                    "code",
                    code)))
        .path("access_token")
        .asText();
  }

  private static void plainHttp(Path settings) throws IOException {
    ObjectNode all = (ObjectNode) JSON.readTree(settings.toFile());
    JSON.writeValue(settings.toFile(), all.put("protocol", "http"));
  }

  private static String password(String said) {
    return said.lines()
        .filter(line -> line.startsWith("User password is "))
        .map(line -> line.substring("User password is ".length()).strip())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no password in:\n" + said));
  }

  private String run(String input, String... words) throws IOException, InterruptedException {
    Process once =
        new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(words)).toList())
            .redirectErrorStream(true)
            .start();
    once.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    once.getOutputStream().close();
    String said = new String(once.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!once.waitFor(20, TimeUnit.SECONDS) || once.exitValue() != 0) {
      throw new IOException("snac " + words[0] + " failed:\n" + said);
    }
    return said;
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    process.close();
  }
}
