package dev.frontline.kit.company;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks where a company's alerts go, and which department gets which. */
final class AlertCheck {

  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final String VARIABLE_ALLOWED =
      "the name of an environment variable: capital letters, digits and underscores";
  private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Set<String> TLS = Set.of("required", "always", "none");
  private static final Set<String> PEOPLE = Set.of(Alert.NONE, Alert.ON_SHIFT, Alert.EVERYBODY);

  private final Problems problems;

  AlertCheck(Problems problems) {
    this.problems = problems;
  }

  void sinks(List<Sink> sinks) {
    Spot spot = Spot.top("sinks");
    problems.unique(spot, sinks.stream().map(s -> s.id() == null ? "" : s.id()).toList(), "id");
    for (int i = 0; i < sinks.size(); i++) {
      Sink sink = sinks.get(i);
      Spot at = spot.item(i, sink.id());
      problems.matches(at.field("id"), sink.id(), CompanyCheck.ID, CompanyCheck.ID_ALLOWED);
      problems.oneOf(at.field("kind"), sink.kind(), Sink.KINDS);
      variable(at.field("urlFrom"), sink.urlFrom());
      variable(at.field("keyFrom"), sink.keyFrom());
      variable(at.field("secretFrom"), sink.secretFrom());
      variable(at.field("passwordFrom"), sink.passwordFrom());
      problems.positive(at.field("timeout"), sink.timeout());
      if (Sink.MAIL.equals(sink.kind())) {
        mail(at, sink);
      } else {
        web(at, sink);
      }
    }
  }

  void alerts(List<Alert> alerts, Collection<String> queues, Collection<String> sinks) {
    Spot spot = Spot.top("alerts");
    for (int i = 0; i < alerts.size(); i++) {
      Alert alert = alerts.get(i);
      Spot at = spot.item(i);
      problems.oneOf(at.field("department"), alert.department(), queues);
      problems.eachOneOf(at.field("kinds"), alert.kinds(), Alert.KINDS);
      problems.eachOneOf(at.field("sinks"), alert.sinks(), sinks);
      if (alert.people() != null) {
        problems.oneOf(at.field("people"), alert.people(), PEOPLE);
      }
      problems.positive(at.field("digest"), alert.digest());
      if (alert.quiet() != null) {
        String allowed = "a time of day from \"00:00\" to \"23:59\"";
        problems.matches(at.field("quiet").field("from"), alert.quiet().from(), TIME, allowed);
        problems.matches(at.field("quiet").field("to"), alert.quiet().to(), TIME, allowed);
        if (alert.quiet().from() != null && alert.quiet().from().equals(alert.quiet().to())) {
          problems.add(at.field("quiet"), "starts when it ends; leave it out for no quiet hours");
        }
      }
    }
  }

  /** An address for mails, or a problem; null is none. */
  static void address(Problems problems, Spot spot, @Nullable String mail) {
    if (mail != null && !MAIL.matcher(mail).matches()) {
      problems.add(spot, "'" + mail + "' is not a mail address such as ana@example.com");
    }
  }

  private void web(Spot at, Sink sink) {
    boolean addressKnown = Sink.PAGERDUTY.equals(sink.kind());
    if (sink.url() != null && sink.urlFrom() != null) {
      problems.add(at.field("urlFrom"), "stands beside url; only one of them is allowed");
    } else if (sink.url() == null && sink.urlFrom() == null && !addressKnown) {
      problems.add(
          at.field("urlFrom"),
          "is missing; " + VARIABLE_ALLOWED + ", or url where the address is no secret");
    }
    if (sink.url() != null && !isWeb(sink.url())) {
      problems.add(
          at.field("url"),
          "'" + sink.url() + "' is not an address starting with http:// or https://");
    }
    needs(at.field("keyFrom"), sink.keyFrom(), Sink.PAGERDUTY.equals(sink.kind()), "pagerduty");
    needs(at.field("secretFrom"), sink.secretFrom(), Sink.WEBHOOK.equals(sink.kind()), "webhook");
    for (String field : mailFields(sink)) {
      problems.add(at.field(field), "is for a sink of kind mail only");
    }
  }

  private void needs(Spot spot, @Nullable String value, boolean needed, String kind) {
    if (needed && value == null) {
      problems.add(spot, "is missing; " + VARIABLE_ALLOWED);
    } else if (!needed && value != null) {
      problems.add(spot, "is for a sink of kind " + kind + " only");
    }
  }

  private void mail(Spot at, Sink sink) {
    problems.present(at.field("host"), sink.host(), "the mail server's name");
    if (problems.present(at.field("from"), sink.from(), "the address that mails come from")) {
      address(problems, at.field("from"), sink.from());
    }
    for (int i = 0; i < sink.to().size(); i++) {
      address(problems, at.field("to").item(i), sink.to().get(i));
    }
    if (sink.port() != null && (sink.port() < 1 || sink.port() > 65_535)) {
      problems.add(at.field("port"), sink.port() + " is not a port from 1 to 65535");
    }
    if (sink.tls() != null) {
      problems.oneOf(at.field("tls"), sink.tls(), TLS);
    }
    if ((sink.user() == null) != (sink.passwordFrom() == null)) {
      problems.add(at.field("user"), "and passwordFrom go together, or neither stands");
    }
    Stream.of("url", "urlFrom", "keyFrom", "secretFrom")
        .filter(field -> webField(sink, field) != null)
        .forEach(field -> problems.add(at.field(field), "is not for a sink of kind mail"));
  }

  private static @Nullable String webField(Sink sink, String field) {
    return switch (field) {
      case "url" -> sink.url();
      case "urlFrom" -> sink.urlFrom();
      case "keyFrom" -> sink.keyFrom();
      default -> sink.secretFrom();
    };
  }

  private static List<String> mailFields(Sink sink) {
    return Stream.of(
            sink.host() == null ? "" : "host",
            sink.port() == null ? "" : "port",
            sink.tls() == null ? "" : "tls",
            sink.user() == null ? "" : "user",
            sink.passwordFrom() == null ? "" : "passwordFrom",
            sink.from() == null ? "" : "from",
            sink.to().isEmpty() ? "" : "to")
        .filter(field -> !field.isEmpty())
        .toList();
  }

  private void variable(Spot spot, @Nullable String name) {
    if (name != null) {
      problems.matches(spot, name, VARIABLE, VARIABLE_ALLOWED);
    }
  }

  private static boolean isWeb(String url) {
    try {
      URI uri = new URI(url);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
