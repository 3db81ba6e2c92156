package dev.frontline.classify.rising;

/**
 * A term that stands out.
 *
 * @param term one or two words, in lower case without accents
 * @param authors how many people used it lately
 * @param expected how many would have, had it been as usual
 * @param example mention id of a post that has it
 */
public record RisingTerm(String term, int authors, double expected, String example) {}
