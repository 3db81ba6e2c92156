package dev.frontline.local.doctor;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import dev.frontline.local.secret.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where posts come from, and whether a feed can be read from here. */
final class Sources {

  private static final Duration TIMEOUT = Duration.ofSeconds(4);

  private Sources() {}

  static List<Finding> examine(Company company, Map<String, String> environment) {
    return company.sources().stream().map(source -> examine(source, environment)).toList();
  }

  private static Finding examine(Source source, Map<String, String> environment) {
    String what = "source " + source.id();
    String answers = source.replyUrl() == null ? "; cannot answer" : "";
    return switch (source.kind()) {
      case "webhook" ->
          Finding.ok(
              what,
              (environment.containsKey(Secrets.webhookVariable(source.id()))
                      ? "signed with the secret in " + Secrets.webhookVariable(source.id())
                      : "signed with the secret that up prints")
                  + answers);
      case "feed" -> feed(what, source.url() == null ? "" : source.url());
      default -> Finding.ok(what, source.kind() + answers);
    };
  }

  private static Finding feed(String what, String url) {
    try {
      HttpResponse<Void> answer =
          HttpClient.newBuilder()
              .connectTimeout(TIMEOUT)
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build(),
                  HttpResponse.BodyHandlers.discarding());
      return answer.statusCode() / 100 == 2
          ? Finding.ok(what, url)
          : Finding.wrong(what, url + " answers " + answer.statusCode());
    } catch (IOException | IllegalArgumentException e) {
      return Finding.wrong(what, url + " cannot be read from here: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.note(what, "not asked");
    }
  }
}
