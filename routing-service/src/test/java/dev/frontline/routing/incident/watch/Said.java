package dev.frontline.routing.incident.watch;

import java.util.List;

/** A post about Kettlery as the detector hears it, told step by step. */
final class Said {

  static final long NOON = 1_772_452_800_000L;

  private final String id;
  private long at = NOON;
  private boolean quiet;
  private boolean again;
  private String author = "kim";
  private int mood;
  private int flags;
  private String riskKind;
  private String storyId;
  private long reach = 100;
  private long followers;
  private List<String> terms = List.of();

  private Said(String id) {
    this.id = id;
  }

  static Said post(String id) {
    return new Said(id);
  }

  static Said burn(String id, String author) {
    return post(id).by(author).risky("safety").saying("burn", "kettle", "steam");
  }

  Said by(String who) {
    author = who;
    return this;
  }

  Said minutes(double afterNoon) {
    at = NOON + Math.round(afterNoon * 60_000);
    return this;
  }

  Said at(long millis) {
    at = millis;
    return this;
  }

  Said unhappy() {
    mood = -1;
    return this;
  }

  Said complaint() {
    flags |= Heard.COMPLAINT;
    mood = -1;
    return this;
  }

  Said risky(String kind) {
    flags |= Heard.PR_RISK;
    riskKind = kind;
    mood = -1;
    return this;
  }

  Said praise() {
    flags |= Heard.PRAISE;
    mood = 1;
    return this;
  }

  Said story(String of) {
    storyId = of;
    return this;
  }

  Said followedBy(long many) {
    followers = many;
    return this;
  }

  Said lookedBack() {
    quiet = true;
    return this;
  }

  Said again() {
    again = true;
    return this;
  }

  Said saying(String... words) {
    terms = List.of(words);
    return this;
  }

  Heard heard() {
    return new Heard(
        "Kettlery",
        id,
        at,
        quiet,
        again,
        Hearing.hash(author),
        "mastodon",
        "en",
        mood,
        flags,
        riskKind,
        storyId,
        List.of(),
        reach,
        followers,
        terms);
  }
}
