package dev.frontline.local.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A company file for somebody who has none: the brands that were named, four people, plain rules,
 * and every network that takes no key, looked back over 30 days.
 */
final class BrandCompany {

  private static final String TEMPLATE = "brand.yaml";

  private BrandCompany() {}

  /** Writes the file into the folder, over an earlier one; where it is. */
  static Path write(List<String> brands, Path folder) throws IOException {
    String template;
    try (InputStream in =
        Objects.requireNonNull(BrandCompany.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
      template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path file = folder.resolve("brand.yaml");
    Files.createDirectories(folder);
    Files.writeString(file, filled(template, brands));
    return file;
  }

  static String filled(String template, List<String> brands) {
    String listed =
        brands.stream()
            .map(brand -> "  - { name: " + quoted(brand) + ", terms: [" + quoted(brand) + "] }\n")
            .collect(Collectors.joining());
    String tags =
        brands.stream()
            .map(brand -> brand.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_]", ""))
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return template
        .replace("@NAME@", quoted(brands.get(0)))
        .replace("@BRANDS@\n", listed)
        .replace("@TAGS@", quoted(tags))
        .replace("@QUERY@", quoted(String.join(", ", brands)));
  }

  /** As a YAML text in single quotes; a variable's sign is no variable. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''").replace("${", "$ {").replace("\n", " ") + "'";
  }
}
