package dev.frontline.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;

/** Which of MongoDB's commands change data, and so must be durable before they are answered. */
final class WriteCommands {

  private static final Set<String> READS =
      Set.of(
          "buildinfo",
          "collstats",
          "connectionstatus",
          "count",
          "dbstats",
          "distinct",
          "endsessions",
          "find",
          "getlasterror",
          "getlog",
          "getmore",
          "getparameter",
          "hello",
          "hostinfo",
          "ismaster",
          "killcursors",
          "listcollections",
          "listdatabases",
          "listindexes",
          "ping",
          "serverstatus",
          "whatsmyuri");

  private WriteCommands() {}

  /** Whether the command writes; one that is not known counts as a write, which is only slower. */
  static boolean writes(Document command) {
    String name = command.keySet().iterator().next().toLowerCase(java.util.Locale.ROOT);
    if (name.equals("aggregate")) {
      return command.get("pipeline") instanceof List<?> stages
          && stages.stream().anyMatch(WriteCommands::storesResult);
    }
    return !READS.contains(name);
  }

  private static boolean storesResult(Object stage) {
    return stage instanceof Document document
        && (document.containsKey("$out") || document.containsKey("$merge"));
  }
}
