package dev.frontline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A real Bluesky PDS with its firehose behind a relay of Jetstream's shape (see {@code
 * peers/bluesky.cjs}), a customer's account and the company's.
 */
final class BlueskyPeer implements AutoCloseable {

  private static final String POSTS = "app.bsky.feed.post";

  /** Who writes to the company. */
  static final String CUSTOMER = "ana.test";

  /** Who answers for it. */
  static final String COMPANY = "kettlery.test";

  /** Before the server: what Frontline asks goes through it. */
  final HoldingProxy proxy;

  private final PeerProcess process;
  private final Remote server;
  private final int relay;
  private final Session customer;
  private final Session company;
  private final String appPassword;

  private BlueskyPeer(Path modules, Path log) throws IOException, InterruptedException {
    int pds = Peers.freePort();
    relay = Peers.freePort();
    Path program = RunningStack.repositoryRoot().resolve("system-tests/src/test/peers/bluesky.cjs");
    List<String> command =
        List.of(
            "node",
            program.toString(),
            modules.toString(),
            String.valueOf(Peers.freePort()),
            String.valueOf(pds),
            String.valueOf(relay));
    server = new Remote("http://localhost:" + pds);
    process = PeerProcess.start(command, log, said -> said.contains("ready"));
    proxy = new HoldingProxy(0, pds);
    customer = account(CUSTOMER);
    company = account(COMPANY);
    appPassword =
        server
            .post(
                "/xrpc/com.atproto.server.createAppPassword",
                company.token(),
                Map.of("name", "frontline"))
            .path("password")
            .asText();
  }

  /** An account that is signed in. */
  record Session(String did, String token) {}

  static BlueskyPeer start(Path modules, Path log) throws IOException, InterruptedException {
    return new BlueskyPeer(modules, log);
  }

  String relayAddress() {
    return "http://127.0.0.1:" + relay;
  }

  String pdsAddress() {
    return "http://localhost:" + proxy.port();
  }

  String companyDid() {
    return company.did();
  }

  String appPassword() {
    return appPassword;
  }

  /** The customer posts; the post's at-uri. */
  String post(String text) throws IOException, InterruptedException {
    return server
        .post(
            "/xrpc/com.atproto.repo.createRecord",
            customer.token(),
            Map.of(
                "repo",
                customer.did(),
                "collection",
                POSTS,
                "record",
                Map.of(
                    "$type",
                    POSTS,
                    "text",
                    text,
                    "langs",
                    List.of("en"),
                    "createdAt",
                    Instant.now().toString())))
        .path("uri")
        .asText();
  }

  void delete(String uri) throws IOException, InterruptedException {
    server.post(
        "/xrpc/com.atproto.repo.deleteRecord",
        customer.token(),
        Map.of(
            "repo",
            customer.did(),
            "collection",
            POSTS,
            "rkey",
            uri.substring(uri.lastIndexOf('/') + 1)));
  }

  /** What the company's repository holds below the post: the answers that really stand there. */
  List<JsonNode> answersTo(String uri) throws IOException, InterruptedException {
    JsonNode records =
        server
            .get(
                "/xrpc/com.atproto.repo.listRecords?collection="
                    + POSTS
                    + "&repo="
                    + Remote.encoded(company.did()),
                null)
            .path("records");
    return StreamSupport.stream(records.spliterator(), false)
        .filter(record -> record.at("/value/reply/parent/uri").asText().equals(uri))
        .toList();
  }

  private Session account(String handle) throws IOException, InterruptedException {
    JsonNode made =
        server.post(
            "/xrpc/com.atproto.server.createAccount",
            null,
            Map.of(
                "handle", handle, "email", handle + "@mail.test", "password", "pw-of-" + handle));
    return new Session(made.path("did").asText(), made.path("accessJwt").asText());
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    process.close();
  }
}
