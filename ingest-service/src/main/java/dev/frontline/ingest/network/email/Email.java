package dev.frontline.ingest.network.email;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
      int taken = 0;
      for (Message message : found) {
        long uid = message == null ? 0 : uids.getUID(message);
        if (uid <= last || taken == PAGE) {
          continue;
        }
        taken++;
        last = uid;
        put(opened, message, uid, page);
      }
      Cursor next = Cursor.START.with(VALIDITY, validity).with(LAST, last);
      return taken == PAGE ? page.more(next) : page.end(next);
    } catch (MessagingException e) {
      throw Mailbox.fault(e);
    }
  }

  private static void put(Opened opened, @Nullable Message message, long uid, Page.Builder page)
      throws MessagingException {
    if (message == null) {
      return;
    }
    try {
      Letter.post(message, opened).ifPresent(page::post);
    } catch (FolderClosedException e) {
      throw e;
    } catch (MessagingException | IOException | RuntimeException e) {
      page.unreadable(
          "message with UID " + uid, "a message that cannot be read: " + e.getMessage());
    }
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again) throws Fault {
    return new Answering(opened).send(reply, again);
  }
}
