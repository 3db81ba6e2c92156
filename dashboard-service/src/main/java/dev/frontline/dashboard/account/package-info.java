/** Who signs in, by password or session, and what they may see. */
@NullMarked
package dev.frontline.dashboard.account;

import org.jspecify.annotations.NullMarked;
