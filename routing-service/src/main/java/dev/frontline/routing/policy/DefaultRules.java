package dev.frontline.routing.policy;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of a company whose {@code frontline.yaml} has none. */
final class DefaultRules {

  private static final String RESOURCE = "default-rules.yaml";

  private DefaultRules() {}

  static List<Company.Rule> read() {
    try (InputStream in = DefaultRules.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not beside " + DefaultRules.class);
      }
      return CompanyFile.parseRules(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
