/** What to do by kind of risk, as people have edited it. */
@NullMarked
package dev.frontline.routing.incident.playbook;

import org.jspecify.annotations.NullMarked;
