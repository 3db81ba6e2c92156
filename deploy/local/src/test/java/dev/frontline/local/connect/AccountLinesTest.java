package dev.frontline.local.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountLinesTest {

  @Test
  void whereNothingCanBeConnectedThatIsSaid() throws JsonProcessingException {
    assertThat(lines("{\"key\":true,\"accounts\":[],\"sources\":[]}"))
        .containsExactly("frontline.yaml has no source that an account could be connected to.");
  }

  @Test
  void aSourceWithoutAnAccountIsNamedWithWhatToDo() throws JsonProcessingException {
    assertThat(lines("{\"key\":true,\"accounts\":[],\"sources\":[{\"source\":\"sky\"}]}"))
        .containsExactly("sky has no account; ./frontline connect sky");
  }

  private static List<String> lines(String book) throws JsonProcessingException {
    return AccountLines.of(Json.MAPPER.readTree(book));
  }
}
