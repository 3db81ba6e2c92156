package dev.frontline.local.connect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.local.Trouble;
import dev.frontline.local.place.Part;
import dev.frontline.local.run.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Connects an account of the company to a network, tries it, and says what it may do. */
@Command(
    name = "connect",
    description = "Links an account: by consent, app password or token. Alone it lists them.")
public final class ConnectCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NETWORK",
      arity = "0..1",
      description = "A kind of source such as bluesky, or a source's id.")
  private @Nullable String network;

  @Option(names = "--token", description = "Asks for a token also where consent is possible.")
  private boolean token;

  @Option(
      names = "--redirect",
      paramLabel = "ADDRESS",
      description = "Where your app has people sent back to; else the dashboard's page.")
  private @Nullable String redirect;

  @Option(names = "--test", description = "Tries the network's connected accounts again.")
  private boolean test;

  @Option(
      names = "--remove",
      paramLabel = "HANDLE",
      description = "Forgets an account of the network and its tokens.")
  private @Nullable String remove;

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws IOException {
    Surroundings around = Surroundings.of(System.getenv());
    Company company = around.company(System.getenv());
    AccountsDoor door =
        new AccountsDoor(
            URI.create(around.ports().url(Part.INGEST)),
            new InternalTokens(around.serviceKey(company, System.getenv()), Clock.systemUTC()),
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build());
    JsonNode book = door.book();
    if (network == null) {
      AccountLines.of(book).forEach(out::println);
      return 0;
    }
    JsonNode source = Guide.source(book, network);
    if (remove != null) {
      door.remove(called(book, source, remove).path("id").asText());
      out.println(remove + " is forgotten, and its tokens with it.");
      return 0;
    }
    if (test) {
      for (JsonNode account : book.path("accounts")) {
        if (account.path("source").equals(source.path("source"))) {
          out.println(AccountLines.line(door.test(account.path("id").asText())));
        }
      }
      return 0;
    }
    String back =
        redirect == null ? around.ports().url(Part.DASHBOARD) + "/accounts/callback" : redirect;
    JsonNode account =
        new Guide(
                door,
                new Terminal(
                    out,
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                    System.console()))
            .connect(source, token, back);
    out.println("Connected: " + AccountLines.line(account));
    return 0;
  }

  private static JsonNode called(JsonNode book, JsonNode source, String handle) {
    for (JsonNode account : book.path("accounts")) {
      boolean there = account.path("source").equals(source.path("source"));
      if (there && account.path("handle").asText().equalsIgnoreCase(handle)) {
        return account;
      }
    }
    throw new Trouble("no account " + handle + " is connected there");
  }
}
