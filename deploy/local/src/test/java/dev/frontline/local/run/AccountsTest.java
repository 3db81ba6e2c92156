package dev.frontline.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.local.Companies;
import dev.frontline.local.secret.Secrets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsTest {

  @Test
  void everyPersonHasALineAndEveryRoleCanBeTried() {
    Secrets secrets =
        new Secrets(
            "key", "other", Map.of(), Map.of("ana", "sesame", "bo", "tulip"), Path.of("passwords"));

    assertThat(Accounts.people(Companies.aCompany(), secrets))
        .containsExactly(
            "account agent ana sesame", "account admin bo tulip", "account social-lead ana sesame");
  }
}
