package dev.frontline.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

  @Test
  void theResidentPartOfAProcessIsReadInMegabytes() {
    assertThat(ResidentMemory.fromProc("Name:\tjava\nVmPeak:\t 999 kB\nVmRSS:\t  204800 kB\n"))
        .hasValue(200);
  }

  @Test
  void thisVeryProcessHoldsSomeMemory() {
    assertThat(ResidentMemory.ofMb(ProcessHandle.current().pid()).orElse(0)).isPositive();
  }
}
