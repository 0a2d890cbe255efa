/** Finds what is wrong with a definition before a customer does. Every finding names a node. */
@NullMarked
package io.openteller.procedures.check;

import org.jspecify.annotations.NullMarked;
