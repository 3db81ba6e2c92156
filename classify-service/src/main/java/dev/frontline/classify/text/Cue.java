package dev.frontline.classify.text;

/**
 * What one cue of a cue file speaks for.
 *
 * @param language its place among {@link CueBook#LANGUAGES}
 */
record Cue(CueCategory category, int language) {}
