/**
 * Who answers a post and by when: rules over what the post was judged to be, the choice of a
 * person, working hours and deadlines. Pure decisions; time and load come in.
 */
@NullMarked
package dev.frontline.routing.policy;

import org.jspecify.annotations.NullMarked;
