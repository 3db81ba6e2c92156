/** The signed word by which one service believes another who is asking. */
@NullMarked
package dev.frontline.kit.token;

import org.jspecify.annotations.NullMarked;
