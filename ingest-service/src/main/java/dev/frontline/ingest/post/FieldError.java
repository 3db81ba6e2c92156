package dev.frontline.ingest.post;

/**
 * One thing that is wrong with a body.
 *
 * @param field path of the field, such as {@code data.author.id}
 * @param allowed what may stand there
 */
public record FieldError(String field, String allowed) {}
