/**
 * Suite {@code faults}: what breaks around a platform is broken on purpose, one thing after the other, while customers talk; and
 * what must hold is held against what they saw and what stands in the database.
 */
@NullMarked
package io.openteller.bench.faults;

import org.jspecify.annotations.NullMarked;
