@NullMarked
package dev.frontline.dashboard.account;

import org.jspecify.annotations.NullMarked;
