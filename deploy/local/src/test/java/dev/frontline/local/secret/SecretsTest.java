package dev.frontline.local.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.kit.company.Company;
import dev.frontline.local.Companies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path home;

  private final Company company = Companies.aCompany();

  @Test
  void theSameSecretsAreThereAtTheNextStart() {
    Secrets first = Secrets.keep(home.resolve("secrets"), company, new Random(1));

    Secrets second = Secrets.keep(home.resolve("secrets"), company, new Random(2));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void everyPersonGetsAPasswordAndEveryWebhookASecret() {
    Secrets secrets = Secrets.keep(home.resolve("secrets"), company, new Random(1));

    assertThat(secrets.passwords()).containsOnlyKeys("ana", "bo");
    assertThat(secrets.passwords().values())
        .doesNotHaveDuplicates()
        .allMatch(p -> p.length() == 14);
    assertThat(secrets.webhooks()).containsOnlyKeys("shop-hooks");
    String signing = secrets.webhooks().getOrDefault("shop-hooks", "");
    assertThat(signing).startsWith("whsec_");
    assertThat(Base64.getDecoder().decode(signing.substring("whsec_".length()))).hasSize(32);
    assertThat(secrets.serviceKey().length()).isGreaterThanOrEqualTo(32);
  }

  @Test
  void onlyTheOwnerMayReadThem() throws Exception {
    Secrets secrets = Secrets.keep(home.resolve("secrets"), company, new Random(1));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.passwordFile())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets"))))
        .isEqualTo("rwx------");
  }

  @Test
  void thePasswordFileHoldsOneUserALine() throws Exception {
    Secrets secrets = Secrets.keep(home.resolve("secrets"), company, new Random(1));

    assertThat(Files.readAllLines(secrets.passwordFile()))
        .containsExactly(
            "ana " + secrets.passwords().get("ana"), "bo " + secrets.passwords().get("bo"));
  }

  @Test
  void theVariableOfAWebhookIsUpperCaseWithUnderscores() {
    assertThat(Secrets.webhookVariable("shop-hooks")).isEqualTo("FRONTLINE_WEBHOOK_SHOP_HOOKS");
  }
}
