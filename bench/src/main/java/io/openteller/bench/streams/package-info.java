/** Suite {@code streams}: how many open streams one process carries, and how soon what happens is on them. */
@NullMarked
package io.openteller.bench.streams;

import org.jspecify.annotations.NullMarked;
