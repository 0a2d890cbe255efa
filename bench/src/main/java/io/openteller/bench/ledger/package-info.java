/** What stands in the banks' books after random conversations with faults and kills, held against what was agreed to. */
@NullMarked
package io.openteller.bench.ledger;

import org.jspecify.annotations.NullMarked;
