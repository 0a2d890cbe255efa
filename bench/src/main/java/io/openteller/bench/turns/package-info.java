/** Suite {@code turns}: what whole turns cost, from a customer's message to the answer on their stream, and whether any is lost. */
@NullMarked
package io.openteller.bench.turns;

import org.jspecify.annotations.NullMarked;
