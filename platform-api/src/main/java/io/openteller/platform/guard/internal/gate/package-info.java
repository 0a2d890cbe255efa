/** The claims gate: reads what a reply states and holds each statement against the evidence it cites. */
@NullMarked
package io.openteller.platform.guard.internal.gate;

import org.jspecify.annotations.NullMarked;
