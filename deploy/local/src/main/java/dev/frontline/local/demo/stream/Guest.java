package dev.frontline.local.demo.stream;

import dev.frontline.contracts.Required;

/**
 * Somebody who may write after the story.
 *
 * @param lang in which they write
 */
record Guest(String lang, String handle, String displayName) {

  Guest {
    Required.text("lang", lang);
    Required.text("handle", handle);
    Required.text("displayName", displayName);
  }

  /** The handle of whoever is the n-th of that name on the network, the first having no number. */
  String handle(long times) {
    return times == 0 ? handle : handle + (times + 1);
  }
}
