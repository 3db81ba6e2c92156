package dev.frontline.dashboard.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file from which accounts are first made: a line a person, {@code user password}. */
final class PasswordsFile {

  private PasswordsFile() {}

  static Map<String, String> read(Path file) throws IOException {
    Map<String, String> passwords = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.strip().split("\\s+", 2);
      if (parts.length == 2 && !parts[0].startsWith("#")) {
        passwords.put(parts[0], parts[1]);
      }
    }
    return passwords;
  }
}
