/** The shape of an organisation as {@code frontline.yaml} tells it. */
@NullMarked
package dev.frontline.kit.company;

import org.jspecify.annotations.NullMarked;
