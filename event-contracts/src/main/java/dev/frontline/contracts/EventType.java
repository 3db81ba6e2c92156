package dev.frontline.contracts;

/**
 * One kind of event: the stable name that stands in the {@code ce_type} header and the record that
 * reads it. The name never changes; a breaking change is a new name with a higher version.
 */
public record EventType<E>(String name, Class<? extends E> record) {}
