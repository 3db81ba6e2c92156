package dev.frontline.local.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTableTest {

  @Test
  void bothSettingsStandBelowEachOtherAndOneLineIsForPrograms() throws JsonProcessingException {
    List<String> lines =
        BacktestTable.lines(
            Json.MAPPER.readTree(
                """
                {"brand":"Kettlery","from":"2026-03-01T00:00:00Z","recordedHours":168,"byStory":1,
                 "present":{"alarms":[{"at":"2026-03-02T12:05:00Z","signal":"complaint",
                   "why":"60 posts within 30 minutes where 9.0 are usual","outcome":"right",
                   "title":"Complaints: lid"}],"right":1,"wrong":0,"unjudged":0,"missed":[]},
                 "other":{"alarms":[],"right":0,"wrong":0,"unjudged":0,
                   "missed":[{"at":"2026-03-02T12:30:00Z","title":"Complaints: lid"}]}}"""),
            1.5);

    assertThat(lines)
        .anyMatch(l -> l.contains("as it is set now: 1 alarms (1 right"))
        .anyMatch(l -> l.contains("with all bars at 1.50: 0 alarms"))
        .anyMatch(l -> l.contains("missed   Complaints: lid"));
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo(
            "RESULT hours=168 present=1 other=0 right=1 right_other=0 false=0 false_other=0"
                + " missed=0 missed_other=1");
  }
}
