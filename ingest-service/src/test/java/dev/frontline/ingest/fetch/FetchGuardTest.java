package dev.frontline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchGuardTest {

  private final FetchGuard guard = new FetchGuard(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://0.1.2.3/",
        "http://198.18.0.1/",
        "http://240.0.0.1/",
        "http://[::1]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::a00:1]/",
        "http://[2002:a00:1::]/",
        "file:///etc/passwd",
        "ftp://192.0.2.1/",
        "http:///nohost"
      })
  void addressesInsideANetworkOrOfOtherKindsAreNotRead(String address) {
    assertThatThrownBy(() -> guard.check(URI.create(address))).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://8.8.8.8/feed", "http://[2606:4700::1111]/"})
  void publicAddressesAreRead(String address) {
    assertThatCode(() -> guard.check(URI.create(address))).doesNotThrowAnyException();
  }
}
