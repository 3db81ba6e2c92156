package dev.frontline.ingest.network.email;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.Posting;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * A mailbox by IMAP (RFC 9051), never marking anything as read. Its cursor is the folder's
 * UIDVALIDITY and the last UID; where the server counts anew, all of it is read again and what is
 * known is known by its Message-ID.
 */
@ApplicationScoped
class Email implements PollSource, AnsweringSource {

  private static final String VALIDITY = "uidValidity";
  private static final String LAST = "lastUid";
  private static final int PAGE = 100;
  private static final int LARGEST = 10 * 1024 * 1024;
  private static final int LONGEST_PARKED = 64 * 1024;
  private static final FetchProfile LISTED = new FetchProfile();

  static {
    LISTED.add(UIDFolder.FetchProfileItem.UID);
    LISTED.add(FetchProfile.Item.SIZE);
  }

  private static final Traits TRAITS =
      new Traits(
          "email",
          "the folder's UIDVALIDITY and last UID",
          Duration.ZERO,
          Deletion.NONE,
          1_000,
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          0,
          Replies.HERE,
          0,
          null,
          Terms.FREE);

  @Override
  public String kind() {
    return "email";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault {
    try (Store store = Mailbox.open(opened);
        Folder folder = Mailbox.folder(store, opened, Folder.READ_ONLY)) {
      UIDFolder uids = (UIDFolder) folder;
      long validity = uids.getUIDValidity();
      long last = cursor.number(VALIDITY, validity) == validity ? cursor.number(LAST, 0) : 0;
      Page.Builder page = new Page.Builder();
      // A range that ends with * always holds the last message, even one before its beginning.
      Message[] found = uids.getMessagesByUID(last + 1, UIDFolder.LASTUID);
      found = Arrays.copyOf(found, Math.min(found.length, PAGE));
      folder.fetch(found, LISTED);
      int taken = 0;
      for (Message message : found) {
        long uid = uids.getUID(message);
        if (uid <= last) {
          continue;
        }
        taken++;
        last = uid;
        put(opened, message, page);
      }
      Cursor next = Cursor.START.with(VALIDITY, validity).with(LAST, last);
      return taken == PAGE ? page.more(next) : page.end(next);
    } catch (MessagingException e) {
      throw Mailbox.fault(e);
    }
  }

  /** The whole letter in one request, then read here: a part at a time takes ten. */
  private static void put(Opened opened, Message message, Page.Builder page)
      throws MessagingException {
    if (message.getSize() > LARGEST) {
      page.unreadable("message " + message.getMessageNumber(), "it is larger than 10 MB");
      return;
    }
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    try {
      message.writeTo(raw);
      Message letter = new MimeMessage(null, new ByteArrayInputStream(raw.toByteArray()));
      Letter.post(letter, opened).ifPresent(page::post);
    } catch (FolderClosedException e) {
      throw e;
    } catch (MessagingException | IOException | RuntimeException e) {
      String begin = raw.toString(StandardCharsets.UTF_8);
      page.unreadable(
          begin.substring(0, Math.min(LONGEST_PARKED, begin.length())),
          "a letter that cannot be read: " + e.getMessage());
    }
  }

  @Override
  public Posting tryPosting(Opened opened) throws Fault {
    return Answering.signIn(opened);
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again) throws Fault {
    return new Answering(opened).send(reply, again);
  }
}
