package dev.frontline.classify.correction;

import java.time.Instant;

/** What a person said of one label of one post. */
public record Word(boolean holds, String by, Instant at) {}
