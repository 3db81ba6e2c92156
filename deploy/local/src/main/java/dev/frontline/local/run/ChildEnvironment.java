package dev.frontline.local.run;

import dev.frontline.local.place.Part;
import dev.frontline.local.secret.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment variables from which a part learns where the others are and what to keep to. */
final class ChildEnvironment {

  private final Surroundings around;
  private final Secrets secrets;
  private final boolean demo;
  private final Map<String, String> given;

  /**
   * @param given this process's own environment: a key set there wins over the one kept here
   */
  ChildEnvironment(Surroundings around, Secrets secrets, boolean demo, Map<String, String> given) {
    this.around = around;
    this.secrets = secrets;
    this.demo = demo;
    this.given = given;
  }

  Map<String, String> of(Part part) {
    Map<String, String> all = new LinkedHashMap<>(around.addresses());
    all.put("FRONTLINE_CONFIG", around.config().toString());
    all.put("FRONTLINE_DATA", around.home().data().toString());
    all.put("FRONTLINE_DEMO", String.valueOf(demo));
    if (demo) {
      // Twelve hours play in three minutes: how many posts a minute brings says nothing there.
      all.put("FRONTLINE_SPIKES_VOLUMES", "false");
    }
    all.put("FRONTLINE_INSTANCE", part.id() + "-0");
    all.put("FRONTLINE_PASSWORDS", secrets.passwordFile().toString());
    orGiven(all, "FRONTLINE_SERVICE_KEY", secrets.serviceKey());
    if (part == Part.INGEST) {
      // Nobody else opens tokens of accounts.
      orGiven(all, "FRONTLINE_SECRET_KEY", secrets.accountKey());
    }
    secrets
        .webhooks()
        .forEach((source, secret) -> orGiven(all, Secrets.webhookVariable(source), secret));
    return all;
  }

  private void orGiven(Map<String, String> all, String name, String kept) {
    String outside = given.getOrDefault(name, "");
    all.put(name, outside.isBlank() ? kept : outside);
  }
}
