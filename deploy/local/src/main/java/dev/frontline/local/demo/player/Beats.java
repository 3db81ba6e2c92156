package dev.frontline.local.demo.player;

import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.local.demo.player.Beat.Link;
import java.util.List;

/** The story in seven stops. The posts that it names are in the stream's {@code live} file. */
final class Beats {

  static final String SPANISH = "mastodon:tazas.example/@pilar_montes/9001";
  static final String RIVAL = "bluesky:did:plc:hollis/9002";
  static final String SAFETY = "reddit:t3_9003";
  static final String MISJUDGED = "mastodon:kaffeeklatsch.example/@otto_fenn/9004";
  static final String FOUNDER = "youtube:9005";

  private Beats() {}

  static List<Beat> of(String networkUrl) {
    return List.of(
        new Beat(
            "heard",
            12,
            "Hundreds heard, a few need someone",
            "{heard} posts heard so far; {cases} became cases. The rest is filed: searchable, but in"
                + " nobody's way.",
            new Link("ops", "")),
        new Beat(
            "spanish",
            10.5,
            "A complaint in Spanish finds its agent",
            "Pilar's machine leaks. The post goes to whoever is on shift, speaks Spanish and has the"
                + " least in hand; the page says why.",
            new Link("mention", MentionKey.of(SPANISH))),
        new Beat(
            "answered",
            8.4,
            "Answered where it was said",
            "The answer stands under the post on the network, and Pilar says thank you.",
            new Link("network", networkUrl + "/posts/" + MentionKey.of(SPANISH))),
        new Beat(
            "rival",
            7,
            "A rival's customer becomes a lead",
            "Somebody gives up on another maker. That is no complaint of ours: it goes to sales, with"
                + " the reason.",
            new Link("mention", MentionKey.of(RIVAL))),
        new Beat(
            "safety",
            4.5,
            "A safety story builds up",
            "One cracked kettle lid was a complaint. Now it is several people, and a journalist asks."
                + " Press has it, at the highest priority.",
            new Link("inbox", "pr")),
        new Beat(
            "corrected",
            2,
            "A wrong label is set right",
            "The lead corrects what the classifier misread; the case moves, and the model learns from"
                + " it.",
            new Link("mention", MentionKey.of(MISJUDGED))),
        new Beat(
            "lead",
            0,
            "Nothing without an owner",
            "The lead sees who is on shift, with what load, and what is due. Kill a service if you"
                + " like: nothing is lost, nothing is handled twice.",
            new Link("now", "")));
  }
}
