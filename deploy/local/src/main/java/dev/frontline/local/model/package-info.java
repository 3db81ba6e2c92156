/** The classifier's own programs: label lines of text, train, evaluate. */
@NullMarked
package dev.frontline.local.model;

import org.jspecify.annotations.NullMarked;
