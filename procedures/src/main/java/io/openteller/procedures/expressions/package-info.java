/**
 * What procedures compute: CEL over a run's variables, and texts with values in them. Faults are values here, never
 * exceptions, and no expression can take long or grow large.
 */
@NullMarked
package io.openteller.procedures.expressions;

import org.jspecify.annotations.NullMarked;
