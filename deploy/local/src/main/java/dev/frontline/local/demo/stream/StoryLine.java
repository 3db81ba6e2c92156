package dev.frontline.local.demo.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the story: a post, an edit or a delete, and what somebody did about it.
 *
 * @param hours how long before the story's end it happens; null where {@code thanks} or the trickle
 *     decides when
 * @param since of an edit or a delete: how long before the end the post itself was written
 * @param type {@code created}, {@code edited} or {@code deleted}
 * @param data a webhook's {@code data} object without its times, which the player sets
 * @param expect what a person would say the post is; what tests count by and the lead labels by
 * @param answer what somebody answers
 * @param correct that the lead sets the labels right, some time after
 * @param thanks id of the post after whose answer this one is written
 * @param beat the stop of the story bar that is about this post
 */
public record StoryLine(
    @Nullable Double hours,
    @Nullable Double since,
    Type type,
    ObjectNode data,
    @Nullable Expect expect,
    @Nullable Answer answer,
    @Nullable Correct correct,
    @Nullable String thanks,
    @Nullable String beat) {

  public StoryLine {
    Required.value("data", data);
    Required.text("data.id", data.path("id").asText());
    Required.text("data.network", data.path("network").asText());
    type = type == null ? Type.CREATED : type;
  }

  /** The mention id: network and native id. */
  public String id() {
    return data.path("id").asText();
  }

  /** Id of the thread's first post; its own where it starts one. */
  public String conversation() {
    return data.path("threadRoot").asText(data.path("inReplyTo").asText(id()));
  }

  /** What happens on the network. */
  public enum Type {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("edited")
    EDITED,
    @JsonProperty("deleted")
    DELETED
  }

  /**
   * What a person would say.
   *
   * @param labels any of {@link dev.frontline.contracts.classification.Labels#ALL}
   * @param needs whether somebody should answer
   */
  public record Expect(List<String> labels, boolean needs) {
    public Expect {
      labels = Lists.copy(labels);
    }
  }

  /**
   * What somebody answers, and how the case ends.
   *
   * @param by id of the person; {@code assignee} for whoever the case was brought to
   * @param minutes how long after the post, in the story's time; null leaves it to whoever watches
   *     the demo, and the person answers some minutes after the story where nobody did
   * @param text null where nothing is written, and the case is only closed
   * @param outcome how it ends, as {@link dev.frontline.contracts.casefile.Outcome} is written;
   *     null leaves it open
   */
  public record Answer(
      String by, @Nullable Double minutes, @Nullable String text, @Nullable String outcome) {}

  /**
   * The lead sets the labels to what {@link Expect} says.
   *
   * @param minutes how long after the post, in the story's time
   */
  public record Correct(double minutes) {}
}
