package dev.frontline.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

  @TempDir Path directory;

  @Test
  void theLastWordsAreTheErrorRatherThanItsStackTrace() throws IOException {
    Path log = log("INFO starting", "ERROR cannot start: no store", "\tat some.Code(Code.java:1)");

    assertThat(LogTail.lastWords(log, 0)).isEqualTo("ERROR cannot start: no store");
  }

  @Test
  void withoutAnErrorTheLastWordsAreTheLastLine() throws IOException {
    assertThat(LogTail.lastWords(log("one", "two", ""), 0)).isEqualTo("two");
  }

  @Test
  void whatAnEarlierProcessWroteIsNotItsLastWord() throws IOException {
    Path log = log("ERROR of yesterday");
    long from = Files.size(log);

    assertThat(LogTail.lastWords(log, from)).isEmpty();
  }

  @Test
  void aLogThatIsNotThereHasNoLines() {
    assertThat(LogTail.last(directory.resolve("none.log"), 10)).isEmpty();
  }

  private Path log(String... lines) throws IOException {
    return Files.writeString(directory.resolve("a.log"), String.join("\n", lines) + "\n");
  }
}
