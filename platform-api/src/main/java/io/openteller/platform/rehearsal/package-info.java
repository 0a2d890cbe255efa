/**
 * Trying a procedure out before customers meet it: as a customer of the made-up bank, with faults where one wants them, and
 * with what customers once wrote.
 *
 * <p>Nothing of it is stored as a conversation, and no customer sees it. What is being tried out is kept for an hour.
 */
@NullMarked
package io.openteller.platform.rehearsal;

import org.jspecify.annotations.NullMarked;
