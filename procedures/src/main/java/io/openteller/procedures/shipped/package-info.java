/** The procedures that every bank begins with, written as a bank would write its own. */
@NullMarked
package io.openteller.procedures.shipped;

import org.jspecify.annotations.NullMarked;
