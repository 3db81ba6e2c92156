/** Which of the brands that a post names its labels are about. */
@NullMarked
package dev.frontline.classify.about;

import org.jspecify.annotations.NullMarked;
