/** What people say a post is: kept, told to everybody, and learned from. */
@NullMarked
package dev.frontline.classify.correction;

import org.jspecify.annotations.NullMarked;
