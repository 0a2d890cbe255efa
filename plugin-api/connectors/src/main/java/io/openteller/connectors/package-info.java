/**
 * Connectors: documents that say how a bank's own HTTP calls supply operations of the catalogue. Their form, their checks,
 * the expressions they are written with, and readers of what banks have to begin with. Nothing here calls a bank.
 */
@NullMarked
package io.openteller.connectors;

import org.jspecify.annotations.NullMarked;
