/** What can be tried from the command line without the service. */
@NullMarked
package dev.frontline.routing.cli;

import org.jspecify.annotations.NullMarked;
