@NullMarked
package dev.frontline.routing.incident.playbook;

import org.jspecify.annotations.NullMarked;
