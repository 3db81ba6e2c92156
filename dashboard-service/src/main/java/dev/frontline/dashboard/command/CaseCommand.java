package dev.frontline.dashboard.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people do with a case, by its name in paths. */
public enum CaseCommand {
  TAKE,
  ASSIGN,
  TRANSFER,
  NOTES,
  REPLIES,
  ANSWERED,
  RESOLVE,
  REOPEN;

  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CaseCommand> named(String path) {
    return Arrays.stream(values()).filter(c -> c.path().equals(path)).findFirst();
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(CaseCommand::path).toList();
  }
}
