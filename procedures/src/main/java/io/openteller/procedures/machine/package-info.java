/**
 * How a procedure goes on: a function of where it stands and what happened, without clock, chance or input and output. The
 * same events give the same steps, so a run can be replayed and one that was cut off goes on where it stood.
 */
@NullMarked
package io.openteller.procedures.machine;

import org.jspecify.annotations.NullMarked;
