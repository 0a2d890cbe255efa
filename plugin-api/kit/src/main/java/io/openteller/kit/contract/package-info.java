/**
 * What every package is held against, whatever it can do: in a real host, in both of its modes, beside a stand-in for the
 * system behind it.
 */
@NullMarked
package io.openteller.kit.contract;

import org.jspecify.annotations.NullMarked;
