package dev.frontline.ingest.network.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.account.Office;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.reading.PollCrash;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.source.Sent;
import dev.frontline.testkit.NeedsStack;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real mail server, GreenMail. */
@NeedsStack
class EmailTest {

  private static final String WE = "help@kettlery.test";

  private final Email email = new Email();
  private GreenMail server;
  private Rig rig;

  @BeforeEach
  void open() {
    server =
        new GreenMail(
            new ServerSetup[] {setup(ServerSetup.PROTOCOL_IMAP), setup(ServerSetup.PROTOCOL_SMTP)});
    server.start();
    server.setUser(WE, WE, "pw");
    rig = rig("pw");
  }

  @AfterEach
  void close() {
    rig.close();
    server.stop();
  }

  @Test
  void aLetterIsTakenWithItsThreadAndWithoutWhatItQuotes() throws Exception {
    deliver(
        letter("<2@x.test>", "Re: Leak", "Still leaking.\r\n\r\nOn Mon, Ana wrote:\r\n> It leaks.")
            .replace(
                "Subject:",
                "In-Reply-To: <1@x.test>\r\nReferences: <0@x.test> <1@x.test>\r\nSubject:"));

    rig.turn();

    assertThat(rig.posted())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.id()).isEqualTo("email:2@x.test");
              assertThat(mention.text()).isEqualTo("Re: Leak\nStill leaking.");
              assertThat(mention.conversationId()).isEqualTo("email:0@x.test");
              assertThat(mention.inReplyTo()).isEqualTo("email:1@x.test");
              assertThat(mention.author().displayName()).isEqualTo("Jo Ömer");
            });
    assertThat(inbox(WE)[0].isSet(Flags.Flag.SEEN)).isFalse();
  }

  @Test
  void markupBecomesWordsAndScriptsAreGone() throws Exception {
    deliver(
        letter("<1@x.test>", "Hi", "<p>My <b>kettle</b></p><script>alert(1)</script>")
            .replace("text/plain", "text/html"));

    rig.turn();

    assertThat(rig.posted()).singleElement().extracting(Mention::text).isEqualTo("Hi\nMy kettle");
  }

  @Test
  void whatMachinesSendIsNobodysWord() throws Exception {
    deliver(
        letter("<1@x.test>", "Out of office", "Back on Monday")
            .replace("Subject:", "Auto-Submitted: auto-replied\r\nSubject:"));

    rig.turn();

    assertThat(rig.told()).isEmpty();
  }

  @Test
  void aFullMailboxIsReadPageByPageAndOnlyOnce() throws Exception {
    for (int n = 0; n < 120; n++) {
      deliver(letter("<" + n + "@x.test>", "Kettle " + n, "It leaks."));
    }

    rig.turn();
    rig.clock.forward(Duration.ofMinutes(2));
    rig.turn();

    assertThat(rig.posted()).hasSize(120);
  }

  @Test
  void aLetterThatCannotBeReadIsParkedAndTheNextIsTaken() throws Exception {
    deliver(letter("<1@x.test>", "Hi", "no sender").replaceFirst("From: [^\r]*\r\n", ""));
    deliver(letter("<2@x.test>", "Hi", "It leaks."));

    rig.turn();

    assertThat(rig.posted()).extracting(Mention::id).containsExactly("email:2@x.test");
    assertThat(rig.parked())
        .singleElement()
        .satisfies(p -> assertThat(p.reason()).contains("sender"));
  }

  @Test
  void aWrongPasswordNeedsAPerson() {
    rig.close();
    rig = rig("wrong");

    rig.turn();

    assertThat(rig.needsAttention()).isTrue();
    assertThat(rig.trouble()).contains("does not accept the password");
  }

  @Test
  void aServerThatIsAwayIsSaidToBe() {
    rig.close();
    rig = new Rig(email, null, "pw", Map.of("imap", "imap://127.0.0.1:1", "user", WE));

    rig.turn();

    assertThat(rig.trouble()).contains("cannot be read");
    assertThat(rig.needsAttention()).isFalse();
  }

  @Test
  void whateverMomentTheProcessEndsNothingIsLostAndNothingToldTwice() throws Exception {
    for (int n = 0; n < 5; n++) {
      deliver(letter("<" + n + "@x.test>", "Kettle " + n, "It leaks."));
    }
    int crashes =
        PollCrash.at(
            IntStream.rangeClosed(1, 9),
            () -> rig("pw"),
            ids ->
                ids.containsExactlyInAnyOrder(
                    "email:0@x.test",
                    "email:1@x.test",
                    "email:2@x.test",
                    "email:3@x.test",
                    "email:4@x.test"));
    assertThat(crashes).isGreaterThanOrEqualTo(9);
  }

  @Test
  void anAnswerGoesOutInTheThreadAndASecondTryIsLeftToAPerson() throws Exception {
    server.setUser("jo@x.test", "jo@x.test", "pw");
    deliver(letter("<1@x.test>", "Leak", "It leaks."));

    Sent sent = email.answer(rig.opened(), reply(), false);
    Sent again = email.answer(rig.opened(), reply(), true);

    assertThat(sent).isEqualTo(new Sent.Posted("email:reply-1@kettlery.test", null));
    assertThat(again).isInstanceOf(Sent.Unknown.class);
    assertThat(inbox("jo@x.test"))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.getSubject()).isEqualTo("Re: Leak");
              assertThat(message.getHeader("In-Reply-To")).containsExactly("<1@x.test>");
              assertThat(message.getHeader("References")).containsExactly("<1@x.test>");
              assertThat(message.getHeader("Message-ID"))
                  .containsExactly("<reply-1@kettlery.test>");
              assertThat(message.getContent().toString().strip())
                  .isEqualTo("So sorry, Jo \u00d6mer.");
            });
  }

  @Test
  void anAnswerThatNeverReachedTheServerIsSentByTheSecondTry() throws Exception {
    server.setUser("jo@x.test", "jo@x.test", "pw");
    deliver(letter("<1@x.test>", "Leak", "It leaks."));
    Rig unreachable =
        new Rig(
            email, null, "pw", Map.of("imap", imap(), "smtp", "smtp://127.0.0.1:1", "user", WE));
    Fault fault =
        catchThrowableOfType(Fault.class, () -> email.answer(unreachable.opened(), reply(), false));
    unreachable.close();

    Sent sent = email.answer(rig.opened(), reply(), true);

    assertThat(fault.kind()).isEqualTo(Fault.Kind.UNREACHABLE);
    assertThat(sent).isInstanceOf(Sent.Posted.class);
  }

  @Test
  void connectingTriesThePasswordAtBothServers() {
    try (Office office = office(imap(), smtp(server))) {
      assertThat(office.refusal(Map.of("user", WE, "password", "pw"))).isEmpty();
      assertThat(office.posts()).isTrue();
    }
  }

  @Test
  void connectingSaysWhichOfTheTwoDoesNotTakeThePassword() {
    GreenMail other = new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_SMTP)});
    other.start();
    other.setUser(WE, WE, "another");
    try (Office sends = office(imap(), smtp(other));
        Office both = office(imap(), smtp(server))) {
      assertThat(sends.refusal(Map.of("user", WE, "password", "pw")))
          .contains("reading works, posting does not", "SMTP server does not accept");
      assertThat(sends.refusal(Map.of("user", WE, "password", "another")))
          .contains("posting works, reading does not", "mail server does not accept");
      assertThat(both.refusal(Map.of("user", WE, "password", "wrong")))
          .contains("neither reading nor posting works")
          .doesNotContain("wrong");
    } finally {
      other.stop();
    }
  }

  @Test
  void aServerThatSendsAndIsAwayIsNamed() {
    try (Office office = office(imap(), "smtp://127.0.0.1:1")) {
      assertThat(office.refusal(Map.of("user", WE, "password", "pw")))
          .contains("reading works, posting does not", "SMTP server cannot be reached");
    }
  }

  @Test
  void aMailboxWithoutAServerThatSendsIsConnectedForReadingAlone() {
    try (Office office = office(imap(), "")) {
      assertThat(office.refusal(Map.of("user", WE, "password", "pw"))).isEmpty();
      assertThat(office.posts()).isFalse();
    }
  }

  private Office office(String imap, String smtp) {
    return Office.of(email, Map.of("imap", imap, "smtp", smtp));
  }

  private static String smtp(GreenMail server) {
    return "smtp://127.0.0.1:" + server.getSmtp().getPort();
  }

  private static ServerSetup setup(String protocol) {
    return new ServerSetup(0, "127.0.0.1", protocol);
  }

  private Rig rig(String password) {
    return new Rig(email, null, password, Map.of("imap", imap(), "smtp", smtp(server), "user", WE));
  }

  private String imap() {
    return "imap://127.0.0.1:" + server.getImap().getPort();
  }

  private Message[] inbox(String address) throws Exception {
    return server
        .getManagers()
        .getImapHostManager()
        .getInbox(server.getUserManager().getUserByEmail(address))
        .getMessages()
        .stream()
        .map(stored -> (Message) stored.getMimeMessage())
        .toArray(Message[]::new);
  }

  private void deliver(String raw) throws Exception {
    server
        .getUserManager()
        .getUserByEmail(WE)
        .deliver(
            new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
  }

  private static String letter(String id, String subject, String text) {
    return "From: =?UTF-8?Q?Jo_=C3=96mer?= <jo@x.test>\r\nTo: "
        + WE
        + "\r\nDate: Mon, 2 Mar 2026 11:00:00 +0000\r\nMessage-ID: "
        + id
        + "\r\nSubject: "
        + subject
        + "\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n"
        + text
        + "\r\n";
  }

  private static ReplyRequested reply() {
    return new ReplyRequested(
        "reply-1",
        "case-1",
        "email:1@x.test",
        "email",
        "rigged",
        "email:1@x.test",
        "So sorry, Jo \u00d6mer.",
        null,
        "ana",
        Rig.NOON);
  }
}
