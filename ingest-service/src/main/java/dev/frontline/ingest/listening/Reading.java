package dev.frontline.ingest.listening;

import org.apache.lucene.search.Query;

/** What reading a query gave. */
public sealed interface Reading {

  /**
   * It can be looked for.
   *
   * @param wildcards how many words with {@code *} or {@code ?} it has
   * @param terms what a network can be asked for in its place
   */
  record Understood(Query query, int wildcards, SearchTerms terms) implements Reading {}

  /**
   * It is wrong.
   *
   * @param position of the first character that is wrong, from 1
   * @param found what stands there
   * @param expected what may stand there
   */
  record Wrong(int position, String found, String expected) implements Reading {

    /** In one sentence. */
    public String inWords() {
      return "at character " + position + ": " + found + "; " + expected;
    }
  }
}
