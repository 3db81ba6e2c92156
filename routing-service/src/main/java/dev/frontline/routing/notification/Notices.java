package dev.frontline.routing.notification;

import java.util.Collection;
import java.util.List;

/**
 * Tells people. What is told is stored when this returns and is sent in the background, so whoever
 * tells does so before committing the offsets, or clearing the outbox, of what caused it: a crash
 * in between tells the same notice again, which changes nothing.
 */
public interface Notices {

  /**
   * Stores the notices for everyone who is to get them; those that are stored already stay as they
   * are.
   *
   * @throws com.mongodb.MongoException where the store is away; nothing or a part is stored, tell
   *     again
   */
  void tell(Collection<Notice> notices);

  /** As {@link #tell(Collection)}. */
  default void tell(Notice notice) {
    tell(List.of(notice));
  }
}
