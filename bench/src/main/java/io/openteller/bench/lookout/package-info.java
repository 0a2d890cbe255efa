/** Reads what leaves platforms by ways on which none of the bench's customers is: desks, records, systems of banks, Redis, logs, metrics. */
@NullMarked
package io.openteller.bench.lookout;

import org.jspecify.annotations.NullMarked;
