/** What must hold of the platform's rows and a bank's ledger, as functions of what was read; and the reading. */
@NullMarked
package io.openteller.bench.invariants;

import org.jspecify.annotations.NullMarked;
