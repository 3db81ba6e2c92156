package dev.frontline.ingest.network.email;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Opened;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.URI;
import java.util.Properties;

/** Opens a source's servers: {@code imap(s)://host:port} and {@code smtp(s)://host:port}. */
final class Mailbox {

  private static final String CONNECT_MS = "10000";
  private static final String ANSWER_MS = "30000";

  private Mailbox() {}

  static Store open(Opened opened) throws Fault, MessagingException {
    URI server = server(opened, "imap");
    Store store = session(server).getStore(server.getScheme());
    store.connect(
        server.getHost(), server.getPort(), opened.setting("user", ""), opened.needSecret());
    return store;
  }

  static Folder folder(Store store, Opened opened, int mode) throws MessagingException {
    Folder folder = store.getFolder(opened.setting("folder", "INBOX"));
    folder.open(mode);
    return folder;
  }

  static Session session(URI server) {
    String protocol = server.getScheme();
    Properties settings = new Properties();
    settings.put("mail." + protocol + ".connectiontimeout", CONNECT_MS);
    settings.put("mail." + protocol + ".timeout", ANSWER_MS);
    settings.put("mail." + protocol + ".writetimeout", ANSWER_MS);
    settings.put("mail." + protocol + ".peek", "true");
    settings.put("mail." + protocol + ".partialfetch", "false");
    settings.put("mail." + protocol + ".ssl.checkserveridentity", "true");
    settings.put("mail.mime.decodetext.strict", "false");
    if (protocol.equals("smtp") || protocol.equals("imap")) {
      settings.put("mail." + protocol + ".starttls.enable", "true");
    }
    return Session.getInstance(settings);
  }

  /**
   * @throws Fault where the setting is no address, or leads into the company's own network
   */
  static URI server(Opened opened, String setting) throws Fault {
    String value = opened.setting(setting, "");
    try {
      URI server = URI.create(value);
      if (server.getHost() == null || !String.valueOf(server.getScheme()).startsWith(setting)) {
        throw new Fault(
            Fault.Kind.REFUSED,
            "settings." + setting + " must be like " + setting + "s://mail.example:993");
      }
      opened.web().guard().checkHost(server.getHost());
      return server;
    } catch (IllegalArgumentException e) {
      throw new Fault(Fault.Kind.REFUSED, "settings." + setting + " is no address", e);
    } catch (Fault e) {
      throw e;
    } catch (IOException e) {
      throw new Fault(Fault.Kind.UNREACHABLE, String.valueOf(e.getMessage()), e);
    }
  }

  static Fault fault(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return new Fault(Fault.Kind.SIGNED_OUT, "the mail server does not accept the password", e);
    }
    if (e instanceof FolderNotFoundException) {
      return new Fault(Fault.Kind.MISSING, "the mail server has no such folder", e);
    }
    return new Fault(
        Fault.Kind.UNREACHABLE, "the mail server cannot be read: " + e.getMessage(), e);
  }
}
