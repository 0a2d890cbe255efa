/**
 * What a version that is not in force yet would change: past questions answered with the knowledge as it is and as it would
 * be.
 *
 * <p>Only reads conversations, and keeps of their questions what has no personal data. Says nothing to customers.
 */
@NullMarked
package io.openteller.platform.impact;

import org.jspecify.annotations.NullMarked;
