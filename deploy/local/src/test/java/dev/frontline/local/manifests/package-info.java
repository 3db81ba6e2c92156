@NullMarked
package dev.frontline.local.manifests;

import org.jspecify.annotations.NullMarked;
