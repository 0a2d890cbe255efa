/**
 * Decides the next step of a turn, and does nothing else.
 *
 * <p>Rules are tried in a fixed order, the most cautious first; the first that fits chooses. Every rule that was tried is
 * in the ruling with its reason, so that a person can replay the decision.
 */
@NullMarked
package io.openteller.platform.routing;

import org.jspecify.annotations.NullMarked;
