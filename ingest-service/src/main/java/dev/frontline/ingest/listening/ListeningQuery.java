package dev.frontline.ingest.listening;

import dev.frontline.contracts.mention.Match;

/**
 * What is listened for, and whom it is about.
 *
 * @param id such as {@code brand:Morrowby}
 * @param kind a brand's queries open cases; rivals, topics and campaigns only where a rule says so
 * @param name the brand's, rival's, topic's or campaign's
 * @param text in the language of {@link QueryLanguage}
 */
public record ListeningQuery(String id, Match.Kind kind, String name, String text) {

  Match match() {
    return new Match(id, kind, name);
  }
}
