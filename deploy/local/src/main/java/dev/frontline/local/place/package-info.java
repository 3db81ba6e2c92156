/** Where things are on this machine: the installation, the data folder, the ports. */
@NullMarked
package dev.frontline.local.place;

import org.jspecify.annotations.NullMarked;
