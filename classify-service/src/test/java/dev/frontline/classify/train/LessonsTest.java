package dev.frontline.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.frontline.classify.data.Post;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.text.Surface;
import dev.frontline.contracts.classification.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

class LessonsTest {

  private static final int[] PIECES = {101, 5, 102};
  private static final int[] NAMED = {101, 6, 102};
  private static final int COMPLAINT = Labels.ALL.indexOf(Labels.COMPLAINT);
  private static final int TOXIC = Labels.ALL.indexOf(Labels.TOXIC);

  @Test
  void labelsThatPeopleSetAreWantedAsTheyAre() throws Exception {
    Lesson lesson = known("{\"complaint\":1,\"praise\":0}", PIECES).get(0);

    assertThat(lesson.wanted()[COMPLAINT]).isEqualTo(1);
    assertThat(lesson.wanted()[Labels.ALL.indexOf(Labels.PRAISE)]).isZero();
    assertThat(lesson.wanted()[Labels.ALL.indexOf(Labels.LEAD)]).isEqualTo(Lesson.UNKNOWN);
    assertThat(lesson.wanted()[Heads.sentiment(0)]).isEqualTo(Lesson.UNKNOWN);
    assertThat(lesson.weight()).isEqualTo(3);
  }

  @Test
  void aComplaintWithoutAWordOfAngerIsNotToxic() throws Exception {
    assertThat(known("{\"complaint\":1}", PIECES).get(0).wanted()[TOXIC]).isZero();
    assertThat(known("{\"complaint\":0}", PIECES).get(0).wanted()[TOXIC]).isEqualTo(Lesson.UNKNOWN);
  }

  @Test
  void aPostThatNamesItsBrandIsReadBothWays() throws Exception {
    List<Lesson> lessons = known("{\"complaint\":1}", NAMED);

    assertThat(lessons).extracting(Lesson::pieces).containsExactly(PIECES, NAMED);
    assertThat(lessons).extracting(Lesson::weight).containsExactly(1.5f, 1.5f);
  }

  @Test
  void ofOthersItIsWantedWhatTheSlowTierThinks() throws Exception {
    Lesson lesson = other("{\"sentiment\":\"pos\",\"toxic\":1}", "2013train");

    assertThat(lesson.wanted()[COMPLAINT]).isEqualTo(0.25f);
    assertThat(lesson.wanted()[Heads.sentiment(0)]).isZero();
    assertThat(lesson.wanted()[Heads.sentiment(2)]).isEqualTo(1);
    assertThat(lesson.wanted()[TOXIC]).isEqualTo(Lesson.UNKNOWN);
    assertThat(other("{\"toxic\":1}", "train").wanted()[TOXIC]).isEqualTo(1);
  }

  @Test
  void whatIsKeptForMeasuringTeachesNothingThatIsMeasured() throws Exception {
    for (String family : List.of("2016test", "2016devtest")) {
      assertThat(other("{\"sentiment\":\"pos\"}", family).wanted()[Heads.sentiment(2)])
          .isEqualTo(Lesson.UNKNOWN);
    }
    assertThat(other("{\"toxic\":1}", "val").wanted()[TOXIC]).isEqualTo(Lesson.UNKNOWN);
  }

  private static List<Lesson> known(String labels, int[] named) throws Exception {
    return Lessons.of(List.of(example(labels, "", named)), List.of(), (e, label) -> 0.5);
  }

  private static Lesson other(String labels, String family) throws Exception {
    return Lessons.of(List.of(), List.of(example(labels, family, PIECES)), (e, label) -> 0.25)
        .get(0);
  }

  private static Example example(String labels, String family, int[] named) throws Exception {
    Post post =
        JsonMapper.builder()
            .build()
            .readValue(labels.replace("}", ",\"source\":\"s\",\"id\":\"i\"}"), Post.class);
    return new Example(
        post,
        family,
        new Row(new int[0], new float[0]),
        new float[Surface.SIZE],
        1,
        PIECES,
        named,
        new float[0],
        new short[0]);
  }
}
