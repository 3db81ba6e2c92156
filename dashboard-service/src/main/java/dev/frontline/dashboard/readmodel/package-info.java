/** What the topics say, kept so that it can be read by id: mentions, cases, dead letters. */
@NullMarked
package dev.frontline.dashboard.readmodel;

import org.jspecify.annotations.NullMarked;
