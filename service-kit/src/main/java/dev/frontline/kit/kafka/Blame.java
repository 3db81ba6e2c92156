package dev.frontline.kit.kafka;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteError;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Tells a fault that passes from one that the record brings along each time. */
final class Blame {

  /**
   * Codes of MongoDB that say nothing about the document: internal and unknown errors, rights,
   * failovers, shutdowns, conflicts, timeouts and a full disk.
   */
  private static final Set<Integer> PASSING =
      Set.of(
          0, 1, 6, 7, 8, 13, 18, 24, 46, 50, 89, 91, 112, 133, 134, 175, 189, 202, 234, 262, 317,
          358, 402, 9001, 10058, 10107, 11600, 11602, 13435, 13436, 14031);

  private Blame() {}

  /** Whether the same would happen with the same record for ever, whatever its neighbours do. */
  static boolean isOnTheRecord(RuntimeException fault) {
    if (!(fault instanceof MongoException) && !(fault instanceof KafkaException)) {
      return true;
    }
    for (Throwable cause = fault; cause != null; cause = next(cause)) {
      if (cause instanceof RecordTooLargeException
          || cause instanceof SerializationException
          || cause instanceof InvalidTopicException
          || cause instanceof MongoException store && refusesTheDocument(store)) {
        return true;
      }
    }
    return false;
  }

  private static boolean refusesTheDocument(MongoException fault) {
    if (fault.hasErrorLabel("RetryableWriteError")
        || fault.hasErrorLabel("TransientTransactionError")) {
      return false;
    }
    if (fault instanceof MongoBulkWriteException bulk) {
      return bulk.getWriteErrors().stream().anyMatch(Blame::refusesTheDocument);
    }
    return fault instanceof MongoWriteException one && refusesTheDocument(one.getError());
  }

  private static boolean refusesTheDocument(WriteError error) {
    return error.getCategory() == ErrorCategory.UNCATEGORIZED && !PASSING.contains(error.getCode());
  }

  private static @Nullable Throwable next(Throwable fault) {
    return fault.getCause() == fault ? null : fault.getCause();
  }
}
