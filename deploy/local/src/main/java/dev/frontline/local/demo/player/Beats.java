package dev.frontline.local.demo.player;

import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.local.demo.player.Beat.Link;
import dev.frontline.local.demo.stream.Story;
import java.util.List;

/** The story in seven stops. The posts that it names carry the stop's name in the stream. */
final class Beats {

  private Beats() {}

  static List<Beat> of(Story story, String networkUrl) {
    String one = story.beat("why").id();
    String spanish = MentionKey.of(story.beat("spanish").id());
    String rival = story.beat("rival").id();
    String misjudged = MentionKey.of(story.beat("misjudged").id());
    return List.of(
        new Beat(
            "heard",
            12,
            "Hundreds heard, a few need someone",
            "{heard} posts heard here so far, {cases} of them opened a case; the rest is filed,"
                + " searchable and in nobody's way. Why this one? {why}",
            new Link("mention", MentionKey.of(one)),
            one),
        new Beat(
            "spanish",
            11.2,
            "A complaint in Spanish finds its agent",
            "Pilar's machine leaks. The post goes to whoever is on shift, speaks Spanish and has the"
                + " least in hand; its page says who was considered, and why the others were not.",
            new Link("mention", spanish)),
        new Beat(
            "answered",
            9.2,
            "Answered where it was said",
            "The answer stands under the post on the network, and Pilar says thank you.",
            new Link("network", networkUrl + "/posts/" + spanish)),
        new Beat(
            "rival",
            7.3,
            "A rival's customer becomes a lead",
            "Hollis gives up on another maker. That is no complaint of ours but a chance: {why}",
            new Link("mention", MentionKey.of(rival)),
            rival),
        new Beat(
            "safety",
            4.5,
            "A safety story builds up",
            "One cracked kettle lid was a complaint. The third person within the hour makes it an"
                + " alarm: Press has a room with the why, the cases and a statement to approve.",
            new Link("incidents", "")),
        new Beat(
            "corrected",
            2.2,
            "A wrong label is set right",
            "The lead corrects what the classifier misread; the case moves, and the model learns from"
                + " it.",
            new Link("mention", misjudged)),
        new Beat(
            "lead",
            0,
            "Nothing without an owner",
            "The lead sees who is on shift, with what load, and what is due. Kill a service: it"
                + " comes back within seconds, and nothing is lost, handled twice or without an"
                + " owner.",
            new Link("now", "")));
  }
}
