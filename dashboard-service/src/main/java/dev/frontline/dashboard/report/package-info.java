/** The after-action report of an incident as a PDF. */
@NullMarked
package dev.frontline.dashboard.report;

import org.jspecify.annotations.NullMarked;
