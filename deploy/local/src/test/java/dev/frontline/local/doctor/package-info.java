@NullMarked
package dev.frontline.local.doctor;

import org.jspecify.annotations.NullMarked;
