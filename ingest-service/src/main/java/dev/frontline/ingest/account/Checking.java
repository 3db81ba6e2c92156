package dev.frontline.ingest.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.Posting;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries an account: asks whose it is, reads once what its source reads, and compares what it may do
 * with what posting takes. Nothing is posted and nothing that was read is kept.
 */
final class Checking {

  /** As GitHub writes it: {@code 2026-12-28 01:00:00 UTC}, or with an offset. */
  private static final List<DateTimeFormatter> TIMES =
      List.of(
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT),
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT));

  private Checking() {}

  /**
   * @param opened the source with the account's token
   * @param values of the access's fields, its tokens and {server}
   * @param granted scopes that the network named when it gave the token
   * @throws Fault where it does not accept the token, or cannot be asked
   */
  static Checked of(
      Access access,
      NetworkSource kind,
      Opened opened,
      Map<String, String> values,
      List<String> granted)
      throws Fault, InterruptedException {
    Checked who = who(access, opened, values, granted);
    Posting posting = tried(kind, opened);
    return new Checked(
        who.id(),
        who.handle(),
        who.name(),
        who.link(),
        kind instanceof AnsweringSource
            && posting != Posting.ABSENT
            && access.posts(values, who.scopes()),
        who.scopes(),
        who.expiresAt());
  }

  /** Tries both, so that whoever mends one is not told of the other afterwards. */
  private static Posting tried(NetworkSource kind, Opened opened)
      throws Fault, InterruptedException {
    Fault reading = null;
    try {
      read(kind, opened);
    } catch (Fault e) {
      reading = e;
    }
    Posting posting;
    try {
      posting =
          kind instanceof AnsweringSource answering
              ? answering.tryPosting(opened)
              : Posting.UNTRIED;
    } catch (Fault e) {
      throw reading == null
          ? new Fault(e.kind(), "reading works, posting does not: " + e.words(), e)
          : new Fault(
              reading.kind(),
              "neither reading nor posting works: " + reading.words() + "; " + e.words(),
              reading);
    }
    if (reading != null) {
      throw posting == Posting.WORKS
          ? new Fault(
              reading.kind(), "posting works, reading does not: " + reading.words(), reading)
          : reading;
    }
    return posting;
  }

  private static void read(NetworkSource kind, Opened opened) throws Fault, InterruptedException {
    boolean free = kind.traits().costPerPost() == 0;
    if (free && kind instanceof PollSource poll && poll.polls(opened)) {
      poll.read(opened, poll.from(opened.now()));
    }
  }

  private static Checked who(
      Access access, Opened opened, Map<String, String> values, List<String> granted)
      throws Fault, InterruptedException {
    Access.Check check = access.check();
    // A key that only reads belongs to nobody who could be asked about.
    boolean anonymous = check != null && check.needsToken() && !values.containsKey("access");
    if (check == null || anonymous) {
      String name =
          access.settings().stream().map(values::get).findFirst().orElse(opened.source().id());
      return new Checked(name, name, null, null, true, granted, null);
    }
    Answer answer = opened.ask(ask(check, values));
    JsonNode said = answer.json();
    String id = text(said, check.id());
    if (id == null) {
      throw new Fault(Fault.Kind.REFUSED, "the network does not say whose account it is");
    }
    String handle = text(said, check.handle());
    List<String> scopes =
        check.scopesHeader() == null
            ? granted
            : answer.header(check.scopesHeader()).map(Granted::scopes).orElse(granted);
    return new Checked(
        id,
        handle == null ? id : handle.startsWith("@") ? handle.substring(1) : handle,
        text(said, check.name()),
        text(said, check.link()),
        true,
        scopes,
        check.expiresHeader() == null
            ? null
            : answer.header(check.expiresHeader()).map(Checking::time).orElse(null));
  }

  private static Ask ask(Access.Check check, Map<String, String> values) {
    URI address = URI.create(Filling.address(check.address(), values));
    Ask ask =
        check.json() == null
            ? Ask.get(address)
            : Ask.json(
                address, Filling.json(check.json(), values).getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, String> header : check.headers().entrySet()) {
      ask = ask.header(header.getKey(), Filling.plain(header.getValue(), values));
    }
    return ask;
  }

  private static @Nullable String text(JsonNode said, @Nullable String pointer) {
    String text = pointer == null ? null : Nodes.text(said, pointer);
    return text == null || text.isBlank() ? null : text;
  }

  static @Nullable Instant time(String text) {
    for (DateTimeFormatter format : TIMES) {
      try {
        return ZonedDateTime.parse(text, format).toInstant();
      } catch (DateTimeException e) {
        // The next form, else it is not known.
      }
    }
    return null;
  }
}
