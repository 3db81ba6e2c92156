/** The model's commands, run without the service. */
@NullMarked
package dev.frontline.classify.cli;

import org.jspecify.annotations.NullMarked;
