package dev.frontline.classify.text;

/** What a token is. */
public enum TokenKind {
  WORD,
  HASHTAG,
  /** An {@code @name}; which one says nothing about a post of another brand, so all are alike. */
  USER,
  URL,
  EMOJI,
  /** A run of one of {@code ? ! … $ € £ %}. */
  MARK,
  /** A name of the brand the post is about; carries no weight of its own. */
  BRAND
}
