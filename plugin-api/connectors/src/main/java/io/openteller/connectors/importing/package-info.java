/** Reads what a bank has to begin with: its OpenAPI file, or a line of curl. No network, no secrets kept. */
@NullMarked
package io.openteller.connectors.importing;

import org.jspecify.annotations.NullMarked;
