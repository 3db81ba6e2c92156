package dev.frontline.routing.notification.sink;

import static dev.frontline.routing.notification.NoticeFixture.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.frontline.kit.company.Sink;
import dev.frontline.routing.notification.Notice;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MailSenderTest {

  private final Vertx vertx = Vertx.vertx();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withConfiguration(GreenMailConfiguration.aConfig().withUser("frontline", "pw"));

  MailSenderTest() {
    mail.start();
  }

  @AfterEach
  void close() {
    mail.stop();
    vertx.close();
  }

  @Test
  void aPersonGetsAMailWithItsTextEscapedInHtmlAndTheSameIdAtEveryTry() throws Exception {
    Sender sender = sender(mail.getSmtp().getPort(), "frontline");

    assertThat(sender.send(message("ben@kettlery.example"))).isInstanceOf(Answer.Taken.class);
    assertThat(sender.send(message("ben@kettlery.example"))).isInstanceOf(Answer.Taken.class);

    MimeMessage[] got = mail.getReceivedMessages();
    assertThat(got).hasSize(2);
    assertThat(got[0].getSubject()).isEqualTo("Lead: Kim & <b>friends</b> *now*");
    assertThat(got[0].getAllRecipients()[0].toString()).isEqualTo("ben@kettlery.example");
    assertThat(got[0].getHeader("Message-ID"))
        .containsExactly("<ntc_k@kettlery.example>")
        .isEqualTo(got[1].getHeader("Message-ID"));
    assertThat(got[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    Multipart parts = (Multipart) got[0].getContent();
    String text = GreenMailUtil.getBody(parts.getBodyPart(0));
    String html = GreenMailUtil.getBody(parts.getBodyPart(1));
    assertThat(text).contains("Which <kettle> & why?");
    assertThat(html)
        .contains("&lt;kettle&gt; &amp; why?", "&lt;b&gt;friends")
        .doesNotContain("<b>", "<kettle>");
  }

  @Test
  void aDepartmentsAlertGoesToTheSinksAddresses() throws Exception {
    assertThat(sender(mail.getSmtp().getPort(), "frontline").send(message(null)))
        .isInstanceOf(Answer.Taken.class);

    assertThat(mail.getReceivedMessages()[0].getAllRecipients()[0].toString())
        .isEqualTo("sales@kettlery.example");
  }

  @Test
  void aServerThatIsAwayOrSilentOrDoesNotKnowUsIsToldApart() throws IOException {
    int port = mail.getSmtp().getPort();
    assertThat(sender(port, "nobody").send(message(null))).isInstanceOf(Answer.Closed.class);
    mail.stop();
    assertThat(sender(port, "frontline").send(message(null))).isInstanceOf(Answer.Down.class);
    try (ServerSocket silent = new ServerSocket(0)) {
      Sender hung = sender(silent.getLocalPort(), "frontline", Duration.ofSeconds(2));
      assertThat(hung.send(message(null))).isInstanceOf(Answer.Lost.class);
      assertThat(hung.answers()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "421, Busy",
    "450, Postponed",
    "451, Postponed",
    "535, Closed",
    "550, Refused",
    "554, Refused"
  })
  void anSmtpReplyMeans(int code, String meaning) {
    SMTPException reply =
        new SMTPException("recipient not accepted", code, List.of(code + " no"), code >= 500);

    assertThat(MailSender.answer(reply).getClass().getSimpleName()).isEqualTo(meaning);
  }

  /**
   * Patient: the first mail of a process loads all that mails need, on a machine that may be busy.
   */
  private Sender sender(int port, String user) {
    return sender(port, user, Duration.ofSeconds(30));
  }

  private Sender sender(int port, String user, Duration timeout) {
    Sink sink =
        new Sink(
            "post",
            Sink.MAIL,
            null,
            null,
            null,
            null,
            "127.0.0.1",
            port,
            "none",
            user,
            "MAIL_PASSWORD",
            "frontline@kettlery.example",
            List.of("sales@kettlery.example"),
            timeout);
    return new Senders(Map.of("MAIL_PASSWORD", "pw"), vertx, Clock.systemUTC())
        .of(List.of(sink))
        .get("post");
  }

  private static Message message(@Nullable String to) {
    Notice notice = aLead("a");
    return new Message("ntc_k", notice, notice.title(), notice.lines(), "http://d/cases/1", to);
  }
}
