/** What people do, carried to the service that owns it. */
@NullMarked
package dev.frontline.dashboard.command;

import org.jspecify.annotations.NullMarked;
