package dev.frontline.routing.notification.sink;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Mail by SMTP. The Message-ID is the same at every try, which many mailboxes use to show a mail
 * once, but none has to: it counts as a sink without keys.
 */
final class MailSender implements Sender {

  private final MailClient client;
  private final Server server;
  private final String from;
  private final List<String> channel;
  private final Duration timeout;

  /**
   * @param from address that mails come from
   * @param channel addresses of the sink's own channel
   */
  MailSender(Vertx vertx, Server server, String from, List<String> channel, Duration timeout) {
    this.client = client(vertx, server, timeout);
    this.server = server;
    this.from = from;
    this.channel = channel;
    this.timeout = timeout;
  }

  /**
   * A mail server.
   *
   * @param tls {@code required}, {@code always} or {@code none}
   * @param user null where it asks for none
   */
  record Server(
      String host, int port, String tls, @Nullable String user, @Nullable String password) {}

  /**
   * Every try has a connection of its own, so that one that the server has hung up on is not taken
   * for a try that may have arrived.
   */
  private static MailClient client(Vertx vertx, Server server, Duration timeout) {
    MailConfig config =
        new MailConfig()
            .setHostname(server.host())
            .setPort(server.port())
            .setSsl(server.tls().equals("always"))
            .setStarttls(
                server.tls().equals("required")
                    ? StartTLSOptions.REQUIRED
                    : StartTLSOptions.DISABLED)
            .setKeepAlive(false)
            .setConnectTimeout((int) Math.min(5_000, timeout.toMillis()));
    config.setIdleTimeoutUnit(TimeUnit.MILLISECONDS).setIdleTimeout((int) timeout.toMillis());
    if (server.user() == null) {
      config.setLogin(LoginOption.DISABLED);
    } else {
      config
          .setLogin(LoginOption.REQUIRED)
          .setUsername(server.user())
          .setPassword(server.password());
    }
    return MailClient.create(vertx, config);
  }

  @Override
  public Answer send(Message message) {
    if (message.to() == null && channel.isEmpty()) {
      return new Answer.Refused("has no address: the sink's `to` is empty");
    }
    CompletableFuture<?> sending =
        client.sendMail(mail(message)).toCompletionStage().toCompletableFuture();
    try {
      sending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer.Taken("the mail server took it");
    } catch (TimeoutException e) {
      return new Answer.Lost("gave no answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Lost("stopped while waiting");
    } catch (ExecutionException e) {
      return answer(e.getCause());
    }
  }

  static Answer answer(Throwable fault) {
    if (fault instanceof SMTPException smtp) {
      String why = "answered " + Cut.to(200, String.valueOf(smtp.getReplyMessage()).strip());
      int code = smtp.getReplyCode();
      if (code == 421) {
        return new Answer.Busy(why, null);
      }
      if (code == 530 || code == 534 || code == 535) {
        return new Answer.Closed(why);
      }
      return code / 100 == 5 ? new Answer.Refused(why) : new Answer.Postponed(why);
    }
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof ConnectException || t instanceof UnknownHostException) {
        return new Answer.Down("could not be reached (" + t.getClass().getSimpleName() + ")");
      }
    }
    return new Answer.Lost("broke off: " + Cut.to(200, String.valueOf(fault.getMessage())));
  }

  MailMessage mail(Message message) {
    MailMessage mail = new MailMessage();
    mail.setFrom(from);
    mail.setTo(message.to() == null ? channel : List.of(message.to()));
    mail.setSubject(Cut.to(200, message.title().replaceAll("[\\p{Cntrl}\\s]+", " ")));
    mail.setText(text(message));
    mail.setHtml(html(message));
    mail.addHeader("Message-ID", "<" + message.key() + "@" + domain() + ">");
    mail.addHeader("Auto-Submitted", "auto-generated");
    return mail;
  }

  private static String text(Message message) {
    StringBuilder text = new StringBuilder(message.title()).append("\n\n");
    Cut.lines(50_000, message.lines()).forEach(line -> text.append(line).append('\n'));
    if (message.link() != null) {
      text.append('\n').append(message.link()).append('\n');
    }
    return text.toString();
  }

  private static String html(Message message) {
    StringBuilder html = new StringBuilder("<!doctype html><html><body>");
    html.append("<h3>").append(escape(message.title())).append("</h3>");
    Cut.lines(50_000, message.lines())
        .forEach(line -> html.append("<p>").append(escape(line)).append("</p>"));
    if (message.link() != null) {
      html.append("<p><a href=\"")
          .append(escape(message.link()))
          .append("\">Open in Frontline</a></p>");
    }
    return html.append("</body></html>").toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private String domain() {
    return from.substring(from.indexOf('@') + 1);
  }

  /** A mail server says who it is before it is asked for anything (RFC 5321, 3.1). */
  @Override
  public boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(server.host(), server.port()), 5_000);
      socket.setSoTimeout((int) timeout.toMillis());
      return server.tls().equals("always") || socket.getInputStream().read() == '2';
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public boolean takesKeys() {
    return false;
  }

  @Override
  public Duration pace() {
    return Duration.ZERO;
  }

  @Override
  public Duration timeout() {
    return timeout;
  }
}
