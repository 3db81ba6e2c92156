package dev.frontline.local.demo.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.local.demo.stream.StoryLine.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The posts after the story, without an end and the same on every machine: each round through the
 * lines has another order, other words in their slots and other people. Accounts that post the same
 * kind of thing again and again (adverts, bots, clubs) stay themselves.
 */
public final class Variations {

  private static final long SEED = 20_260_301L;

  private final List<StoryLine> lines;
  private final List<Guest> guests;

  Variations(List<StoryLine> lines, List<Guest> guests) {
    this.lines = List.copyOf(lines);
    this.guests = List.copyOf(guests);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /**
   * The post of this number, counted from 0.
   *
   * @throws IndexOutOfBoundsException where there are no lines
   */
  public StoryLine post(long number) {
    long round = number / lines.size();
    int index = order(round).get((int) (number % lines.size()));
    StoryLine line = lines.get(index);
    ObjectNode data = line.data().deepCopy();
    data.put("text", Wordings.of(line.data().path("text").asText(), round));
    String old = data.path("author").path("handle").asText("");
    String handle = old;
    boolean again = line.expect() != null && line.expect().labels().contains(Labels.NOISE);
    if (!again && !guests.isEmpty()) {
      handle = rename(data, index, round);
    }
    data.put("id", line.id().replace("@" + old + "/", "@" + handle + "/") + "-" + number);
    if (data.has("url")) {
      String url = data.path("url").asText();
      data.put("url", url.replace("@" + old + "/", "@" + handle + "/") + "-" + number);
    }
    return new StoryLine(
        null, null, null, data, line.expect(), addressed(line.answer(), data), null, null, null);
  }

  /** Gives the post the next author of its language; returns the handle. */
  private String rename(ObjectNode data, int index, long round) {
    String lang = data.path("lang").asText();
    List<Guest> speakers = guests.stream().filter(g -> g.lang().equals(lang)).toList();
    if (speakers.isEmpty()) {
      return data.path("author").path("handle").asText();
    }
    long before =
        lines.subList(0, index).stream()
            .filter(l -> l.data().path("lang").asText().equals(lang))
            .count();
    long all = lines.stream().filter(l -> l.data().path("lang").asText().equals(lang)).count();
    long turn = round * all + before;
    Guest guest = speakers.get((int) (turn % speakers.size()));
    String handle = guest.handle(turn / speakers.size());
    data.withObject("/author")
        .put("id", handle)
        .put("handle", handle)
        .put("displayName", guest.displayName());
    return handle;
  }

  private List<Integer> order(long round) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(SEED + round));
    return order;
  }

  private static @Nullable Answer addressed(@Nullable Answer answer, ObjectNode data) {
    if (answer == null || answer.text() == null) {
      return answer;
    }
    String name = data.path("author").path("displayName").asText();
    return new Answer(
        answer.by(), answer.minutes(), answer.text().replace("{name}", name), answer.outcome());
  }
}
