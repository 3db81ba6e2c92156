package dev.frontline.ingest.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookSecretsTest {

  private static final String GOOD = "whsec_dGhlLWtldHRsZS1pcy1vbi10aGUtc3RvdmUtMDEyMw==";

  private final Company company =
      CompanyFile.read(Path.of("src/test/resources/kettlery.yaml"), Map.of());

  @Test
  void aWebhookWithoutASecretIsLeftOutAndTheOthersWork() {
    assertThat(read(Map.of("FRONTLINE_WEBHOOK_QUIET_HOOKS", GOOD))).containsOnlyKeys("quiet-hooks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kettle", "whsec_", "whsec_!!!", "whsec_c2hvcnQ="})
  void aMalformedSecretIsNamedByItsVariableAndNeverRepeated(String secret) {
    assertThatThrownBy(() -> read(Map.of("FRONTLINE_WEBHOOK_HOOKS", secret)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "FRONTLINE_WEBHOOK_HOOKS must be 'whsec_' followed by base64 of at least 16 bytes");
  }

  private Map<String, SignatureCheck> read(Map<String, String> environment) {
    return HookSecrets.read(company, name -> Optional.ofNullable(environment.get(name)));
  }
}
