/** What a post is about: themes that a company lists, found by words and by examples. */
@NullMarked
package dev.frontline.classify.theme;

import org.jspecify.annotations.NullMarked;
