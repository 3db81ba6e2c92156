package dev.frontline.ingest.listening;

/**
 * A piece of a query.
 *
 * @param at where it begins, from 0
 */
record Token(Type type, String text, int at) {

  enum Type {
    WORD,
    PHRASE,
    FIELD,
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    NEAR,
    END
  }
}
