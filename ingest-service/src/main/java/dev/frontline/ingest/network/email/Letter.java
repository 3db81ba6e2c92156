package dev.frontline.ingest.network.email;

import dev.frontline.contracts.mention.Author;
import dev.frontline.ingest.fetch.PlainText;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Opened;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message as a post. What machines sent to machines is none. */
final class Letter {

  private static final int DEEPEST = 8;

  /** Where the quoted letter begins, in the ways of the common programs. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?m)^(>.*|-{2,}\\s*(Original Message|Forwarded message|Urspr\u00fcngliche Nachricht).*"
              + "|(On|Am|Le|El) .{5,200}(wrote|schrieb|a \u00e9crit|escribi\u00f3)\\s?:\\s*)$");

  private Letter() {}

  /** Empty where nobody wrote it: answers of machines, bounces, list traffic about lists. */
  static Optional<Post> post(Message message, Opened opened)
      throws MessagingException, IOException {
    String id = id(header(message, "Message-ID"));
    if (id == null || isMachine(message)) {
      return Optional.empty();
    }
    Address[] from = message.getFrom();
    if (from == null || from.length == 0 || !(from[0] instanceof InternetAddress writer)) {
      throw new MessagingException("it names no sender");
    }
    String address = writer.getAddress().toLowerCase(Locale.ROOT);
    Date sent = message.getSentDate();
    Date received = message.getReceivedDate();
    Instant at =
        sent != null ? sent.toInstant() : received != null ? received.toInstant() : opened.now();
    String subject = message.getSubject() == null ? "" : message.getSubject();
    String references = header(message, "References");
    Draft draft =
        new Draft("email", id)
            .author(new Author(address, address, writer.getPersonal(), null, null, null))
            .text((subject + "\n" + unquoted(text(message, 0))).strip())
            .createdAt(at, opened.now())
            .inReplyTo(id(header(message, "In-Reply-To")))
            .threadRoot(references == null ? null : id(references.strip().split("\\s+")[0]));
    return Optional.of(draft.created());
  }

  /** Message-IDs without their brackets. */
  static @Nullable String id(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String id = header.strip().replaceFirst("^<", "").replaceFirst(">.*$", "").strip();
    return id.isEmpty() ? null : id;
  }

  static @Nullable String header(Message message, String name) throws MessagingException {
    String[] values = message.getHeader(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  private static boolean isMachine(Message message) throws MessagingException {
    String auto = header(message, "Auto-Submitted");
    String path = header(message, "Return-Path");
    String precedence = header(message, "Precedence");
    return auto != null && !auto.strip().equalsIgnoreCase("no")
        || path != null && path.strip().equals("<>")
        || precedence != null && precedence.strip().equalsIgnoreCase("auto_reply")
        || message.isMimeType("multipart/report");
  }

  /** The words: plain text where there is any, else the markup's. */
  private static String text(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return "";
    }
    if (part.isMimeType("text/html")) {
      return PlainText.of(String.valueOf(part.getContent()));
    }
    if (part.isMimeType("text/*")) {
      return String.valueOf(part.getContent());
    }
    String found = "";
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart one = parts.getBodyPart(i);
        String words = text(one, depth + 1);
        if (!words.isBlank() && (found.isBlank() || one.isMimeType("text/plain"))) {
          found = words;
          if (one.isMimeType("text/plain")) {
            break;
          }
        }
      }
    }
    return found;
  }

  /** Without the letter that it answers, unless it is nothing else. */
  static String unquoted(String text) {
    String words = text.replace("\r\n", "\n");
    String[] parts = QUOTED.split(words, 2);
    return parts.length > 0 && !parts[0].isBlank() ? parts[0].strip() : words.strip();
  }
}
