/** Programs that come with the services and run without them. */
@NullMarked
package dev.frontline.local.program;

import org.jspecify.annotations.NullMarked;
