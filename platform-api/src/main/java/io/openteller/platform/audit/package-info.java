/**
 * Append-only, hash-chained record of who did what, one chain per bank.
 *
 * <p>Each event's hash covers the event and the hash before it, so a change, a removal or an insertion anywhere but at the
 * very end is found by {@link io.openteller.platform.audit.Audit#verify()}. Holds ids and actions, never what people said.
 */
@NullMarked
package io.openteller.platform.audit;

import org.jspecify.annotations.NullMarked;
