/**
 * One customer message from arrival to reply; the only conductor.
 *
 * <p>No transaction and no connection is held between accept and reply. A turn that its worker could not finish is taken
 * by the next one when the lease runs out; past its deadline a person gets it. Whatever fails while a reply is made, the
 * customer is told that a person takes over, and one does.
 */
@NullMarked
package io.openteller.platform.turn;

import org.jspecify.annotations.NullMarked;
