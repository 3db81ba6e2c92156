package dev.frontline.local.secret;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What this machine's stack knows and nobody else should; made at the first start and the same ever
 * after.
 *
 * @param serviceKey by which the services believe each other
 * @param accountKey by which tokens of connected accounts are sealed in the store
 * @param webhooks signing secret by source id
 * @param passwords by person id
 * @param passwordFile where the dashboard reads them
 */
public record Secrets(
    String serviceKey,
    String accountKey,
    Map<String, String> webhooks,
    Map<String, String> passwords,
    Path passwordFile) {

  private static final String KEY = "service-key";
  private static final String ACCOUNT_KEY = "account-key";
  private static final int KEY_BYTES = 32;
  private static final int PASSWORD_LENGTH = 14;

  // Nothing that is mistaken for another when read aloud or copied from a screen.
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  /**
   * Reads what is there and makes what is missing for this company.
   *
   * @param random a source of randomness fit for keys
   */
  public static Secrets keep(Path directory, Company company, RandomGenerator random) {
    Map<String, String> keys =
        complete(directory.resolve("keys"), List.of(KEY, ACCOUNT_KEY), () -> key(random));
    Map<String, String> webhooks =
        complete(
            directory.resolve("webhooks"),
            company.sources().stream()
                .filter(source -> "webhook".equals(source.kind()))
                .map(Source::id)
                .toList(),
            () -> "whsec_" + key(random));
    Path passwordFile = directory.resolve("passwords");
    Map<String, String> passwords =
        complete(
            passwordFile,
            company.people().stream().map(Company.Person::id).toList(),
            () -> password(random));
    return new Secrets(keys.get(KEY), keys.get(ACCOUNT_KEY), webhooks, passwords, passwordFile);
  }

  /** The name under which the ingest service looks for the source's signing secret. */
  public static String webhookVariable(String source) {
    return "FRONTLINE_WEBHOOK_" + source.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Map<String, String> complete(
      Path path, Collection<String> names, Supplier<String> fresh) {
    SecretFile file = new SecretFile(path);
    Map<String, String> kept = file.read();
    int before = kept.size();
    names.forEach(name -> kept.computeIfAbsent(name, absent -> fresh.get()));
    if (kept.size() > before || before == 0) {
      file.write(kept);
    }
    // What the company no longer names stays in the file, in case it comes back.
    Map<String, String> wanted = new LinkedHashMap<>();
    names.forEach(name -> wanted.put(name, kept.get(name)));
    return wanted;
  }

  private static String key(RandomGenerator random) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String password(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
