package dev.frontline.ingest.network.email;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Posting;
import dev.frontline.ingest.source.Sent;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.HeaderTerm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;

/**
 * Answers a letter by SMTP, in its thread (RFC 5322: In-Reply-To, References). The answer's own
 * Message-ID follows from the reply's id. SMTP cannot tell whether a letter went out, so before it
 * is sent a copy is put into the mailbox's Sent folder: a second try that finds it there does not
 * send, and a person looks.
 */
final class Answering {

  private static final String SENT = "Sent";

  private final Opened opened;

  Answering(Opened opened) {
    this.opened = opened;
  }

  /** Signs in to the server that sends, as a posted answer does, and leaves it again. */
  static Posting signIn(Opened opened) throws Fault {
    if (opened.setting("smtp").isEmpty()) {
      return Posting.ABSENT;
    }
    URI server = Mailbox.server(opened, "smtp");
    try (Transport transport = Mailbox.session(server).getTransport(server.getScheme())) {
      connect(transport, server, opened);
      return Posting.WORKS;
    } catch (AuthenticationFailedException e) {
      throw new Fault(
          Fault.Kind.SIGNED_OUT, "the SMTP server does not accept user name and password", e);
    } catch (MessagingException e) {
      throw new Fault(
          Fault.Kind.UNREACHABLE, "the SMTP server cannot be reached: " + e.getMessage(), e);
    }
  }

  private static void connect(Transport transport, URI server, Opened opened)
      throws MessagingException, Fault {
    transport.connect(
        server.getHost(), server.getPort(), opened.setting("user", ""), opened.needSecret());
  }

  Sent send(ReplyRequested reply, boolean again) throws Fault {
    String original = "<" + reply.mentionId().substring("email:".length()) + ">";
    String ours = reply.replyId() + "@" + domain();
    try (Store store = Mailbox.open(opened)) {
      if (again && find(store, SENT, "<" + ours + ">").isPresent()) {
        return new Sent.Unknown(
            "it was handed to the mail server, which did not say whether it went out");
      }
      URI server = Mailbox.server(opened, "smtp");
      Session session = Mailbox.session(server);
      Optional<Message> letter;
      try (Folder folder = Mailbox.folder(store, opened, Folder.READ_ONLY)) {
        letter = first(folder.search(new HeaderTerm("Message-ID", original)));
        if (letter.isEmpty()) {
          return new Sent.Refused("the letter is not in the mailbox any more");
        }
        MimeMessage answer = answer(session, letter.get(), original, ours, reply);
        post(session, server, answer, store);
      }
      return new Sent.Posted("email:" + ours, null);
    } catch (MessagingException e) {
      throw Mailbox.fault(e);
    }
  }

  private MimeMessage answer(
      Session session, Message letter, String original, String ours, ReplyRequested reply)
      throws MessagingException {
    MimeMessage answer = new Fixed(session, "<" + ours + ">");
    answer.setFrom(new InternetAddress(from()));
    Address[] to = letter.getReplyTo();
    answer.setRecipients(Message.RecipientType.TO, to == null ? letter.getFrom() : to);
    String subject = letter.getSubject() == null ? "" : letter.getSubject();
    answer.setSubject(
        subject.regionMatches(true, 0, "re:", 0, 3) ? subject : "Re: " + subject,
        StandardCharsets.UTF_8.name());
    answer.setHeader("In-Reply-To", original);
    String before = Letter.header(letter, "References");
    answer.setHeader("References", before == null ? original : before + " " + original);
    answer.setSentDate(Date.from(reply.at()));
    answer.setText(reply.text(), StandardCharsets.UTF_8.name());
    answer.saveChanges();
    return answer;
  }

  /** A message keeps the id that it was given. */
  private static final class Fixed extends MimeMessage {
    private final String id;

    Fixed(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /** The copy is kept at the last moment: a server that cannot be reached has sent nothing. */
  private void post(Session session, URI server, MimeMessage answer, Store store)
      throws MessagingException, Fault {
    try (Transport transport = session.getTransport(server.getScheme())) {
      connect(transport, server, opened);
      keep(store, answer);
      transport.sendMessage(answer, answer.getAllRecipients());
    } catch (SendFailedException e) {
      throw new Fault(Fault.Kind.REFUSED, "the mail server does not take it: " + e.getMessage(), e);
    }
  }

  private static void keep(Store store, MimeMessage answer) throws MessagingException {
    Folder sent = store.getFolder(SENT);
    if (!sent.exists()) {
      sent.create(Folder.HOLDS_MESSAGES);
    }
    sent.appendMessages(new Message[] {answer});
  }

  private static Optional<Message> find(Store store, String name, String id)
      throws MessagingException {
    Folder folder = store.getFolder(name);
    if (!folder.exists()) {
      return Optional.empty();
    }
    folder.open(Folder.READ_ONLY);
    try (folder) {
      return first(folder.search(new HeaderTerm("Message-ID", id)));
    }
  }

  private static Optional<Message> first(Message[] found) {
    return found.length == 0 ? Optional.empty() : Optional.of(found[0]);
  }

  private String from() {
    return opened.setting("from", opened.setting("user", ""));
  }

  private String domain() {
    String from = from();
    int at = from.lastIndexOf('@');
    return at < 0 ? "frontline.invalid" : from.substring(at + 1).replace(">", "");
  }
}
