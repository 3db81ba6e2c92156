package dev.frontline.ingest.network.reddit;

import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.token.AccessTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks with a connected account's token, else as a script application: with its account's password
 * where one is set, which answers need, else for itself. Every request says who asks, as Reddit
 * demands of clients.
 */
final class SignIn {

  private static final String TOKENS = "https://www.reddit.com";
  static final String PASSWORD = "password";
  private static final String PATH = "/api/v1/access_token";

  private final AccessTokens tokens = new AccessTokens();

  boolean renew(Opened opened) {
    return tokens.renew(opened);
  }

  Answer ask(Opened opened, Ask ask) throws Fault, InterruptedException {
    // A connected account brings a token of its own.
    String token =
        opened.account() == null ? tokens.of(opened, () -> grant(opened)) : opened.needSecret();
    URI plain = Ask.with(ask.address(), Map.of("raw_json", "1"));
    return opened.ask(
        new Ask(ask.method(), plain, ask.headers(), ask.body(), ask.units())
            .bearer(token)
            .header("User-Agent", agent(opened)));
  }

  /** The account that answers. */
  String account(Opened opened) throws Fault, InterruptedException {
    return opened.account() == null
        ? opened.setting("user", "")
        : Nodes.textOr(
            ask(opened, Ask.get(opened.at(Reddit.API, "/api/v1/me"))).json(), "/name", "");
  }

  /** A script application cannot answer without its account's password. */
  static void needAnAccount(Opened opened) throws Fault {
    if (opened.account() == null) {
      opened.needSecret(PASSWORD);
    }
  }

  private static Ask grant(Opened opened) throws Fault {
    Optional<String> password = opened.parts().apply(PASSWORD);
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", password.isPresent() ? "password" : "client_credentials");
    password.ifPresent(
        word -> {
          form.put("username", opened.setting("user", ""));
          form.put("password", word);
        });
    String client = opened.setting("client", "") + ":" + opened.needSecret();
    String base = opened.source().url() == null ? TOKENS : opened.source().url();
    return AccessTokens.form(URI.create(base + PATH), form)
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8)))
        .header("User-Agent", agent(opened));
  }

  private static String agent(Opened opened) {
    return "java:"
        + opened.setting("client", "")
        + ":v0.1 (by /u/"
        + opened.setting("user", "")
        + ")";
  }
}
