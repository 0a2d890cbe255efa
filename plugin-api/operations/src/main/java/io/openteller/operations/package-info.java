/**
 * The catalogue of what can be done on a bank's systems: every operation by name, with the schemas of what goes in and comes
 * out, what it risks, and what has to be asked for before it is done. Data and checks only: nothing here calls a bank.
 */
@NullMarked
package io.openteller.operations;

import org.jspecify.annotations.NullMarked;
