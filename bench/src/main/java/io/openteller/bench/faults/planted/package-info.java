/** Bugs that are planted so that it can be seen that each scenario finds one. Nothing else uses them. */
@NullMarked
package io.openteller.bench.faults.planted;

import org.jspecify.annotations.NullMarked;
