package dev.frontline.classify.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.classify.data.Post;
import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Cascade;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.model.ModelFile;
import dev.frontline.classify.model.Tier0;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.model.Tier1;
import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.CueBook;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.classification.Labels;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SparingTest {

  private static final Tier0Model MODEL = ModelFile.shipped();
  private static final List<Post> POSTS =
      Stream.of(
              "My kettle broke after two days and nobody answers",
              "The kettle is still on the slow boat, whatever",
              "Well that was a kettle of fish, not what I had ordered",
              "WIN a free kettle! Follow and repost to enter",
              "Good morning everybody, sun is out",
              "Lid is a bit loose on this one, or is that me",
              "mi hervidor se rompió y nadie contesta, qué vergüenza",
              "Kettle arrived, colour is nearer to grey than to blue",
              "Three calls, no answer, no refund. Shame on you",
              "I like the train, it is red")
          .map(SparingTest::post)
          .toList();

  private static Encoder encoder;
  private static Supplier<Cascade> judges;

  @BeforeAll
  static void load() {
    encoder = Encoder.load();
    judges = () -> new Cascade(MODEL, CueBook.shipped(), encoder);
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static Post post(String text) {
    try {
      return Json.MAPPER.readValue(
          Json.MAPPER.writeValueAsString(Map.of("text", text, "complaint", 0)), Post.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void noMoreThanItsShareIsAsked() {
    assertThat(asked(0)).isZero();
    assertThat(asked(0.3)).isEqualTo(3);
    assertThat(asked(1)).isEqualTo(9);
  }

  @Test
  void itIsThePostNearestToTheThresholdThatIsAsked() {
    List<Judgement> judged = sparing(0.1);

    Post nearest =
        POSTS.stream()
            .filter(p -> quick(p).lang().equals("en"))
            .min(Comparator.comparingDouble(SparingTest::distance))
            .orElseThrow();
    assertThat(judged.get(POSTS.indexOf(nearest)).tier()).isEqualTo(Tier1.TIER);
    assertThat(judged).filteredOn(j -> j.tier().equals(Tier0.TIER)).hasSize(POSTS.size() - 1);
  }

  @Test
  void theReportSaysTheShare() {
    EvalReport report = Evaluation.sparing(judges, MODEL, 0.3).run(POSTS);

    assertThat(report.escalated()).isCloseTo(30, within(0.01));
    assertThat(report.tier()).isEqualTo("cascade");
  }

  private static double distance(Post post) {
    double threshold = MODEL.verdicts().get(Labels.ALL.indexOf(Labels.COMPLAINT)).threshold();
    return Math.abs(quick(post).labels().get(Labels.COMPLAINT).p() - threshold);
  }

  private static Judgement quick(Post post) {
    return judges.get().quick(post.text(), BrandNames.NONE, null, Adaptation.NONE);
  }

  private static List<Judgement> sparing(double share) {
    return new Sparing(judges, MODEL.verdicts(), share).judge(POSTS);
  }

  private static long asked(double share) {
    return sparing(share).stream().filter(j -> j.tier().equals(Tier1.TIER)).count();
  }
}
