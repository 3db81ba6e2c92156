package dev.frontline.routing.incident.life;

import dev.frontline.contracts.incident.Why;

/** Small changes to the reasons of a rise. */
final class Whys {

  private Whys() {}

  /** The same reasons with another first post: what was first stays first. */
  static Why from(String firstPost, Why why) {
    return new Why(
        why.sentences(),
        why.terms(),
        why.stories(),
        why.accounts(),
        why.networks(),
        why.languages(),
        firstPost,
        why.growth(),
        why.shareOfReach());
  }
}
