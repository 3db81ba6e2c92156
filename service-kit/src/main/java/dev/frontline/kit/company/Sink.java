package dev.frontline.kit.company;

import dev.frontline.contracts.Lists;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts can go. Fields that end in {@code From} name an environment variable that holds the
 * value: addresses of Slack and Teams are secrets, too.
 *
 * @param id as {@code alerts} name it
 * @param kind {@code slack} and {@code teams} (an incoming webhook, a workflow), {@code pagerduty}
 *     (Events API v2), {@code webhook} (signed by Standard Webhooks 1.0) or {@code mail}
 * @param url where it is posted to; this or {@code urlFrom}. PagerDuty's own where neither stands
 * @param keyFrom variable with PagerDuty's routing key
 * @param secretFrom variable with the secret of a signed webhook, {@code whsec_} and base64
 * @param host of the mail server
 * @param port of the mail server; null for 587
 * @param tls {@code required} (STARTTLS), {@code always} (from the first byte) or {@code none};
 *     null for required
 * @param user at the mail server, null where it asks for none
 * @param passwordFrom variable with that user's password
 * @param from address that mails come from
 * @param to addresses that alerts of a department go to; people get theirs besides
 * @param timeout for one try; null for ten seconds
 */
public record Sink(
    String id,
    String kind,
    @Nullable String url,
    @Nullable String urlFrom,
    @Nullable String keyFrom,
    @Nullable String secretFrom,
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String tls,
    @Nullable String user,
    @Nullable String passwordFrom,
    @Nullable String from,
    List<String> to,
    @Nullable Duration timeout) {

  public static final String SLACK = "slack";
  public static final String TEAMS = "teams";
  public static final String PAGERDUTY = "pagerduty";
  public static final String WEBHOOK = "webhook";
  public static final String MAIL = "mail";

  /** Every kind. */
  public static final Set<String> KINDS = Set.of(SLACK, TEAMS, PAGERDUTY, WEBHOOK, MAIL);

  public Sink {
    to = Lists.copy(to);
  }
}
