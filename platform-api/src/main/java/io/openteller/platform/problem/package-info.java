/**
 * The error catalogue, and the one place that makes problem+json.
 *
 * <p>Every error a client can see has a name, an owner and a fixed sentence here. Exception text, class names and stack
 * traces never leave the process through this room: they go to the log, under the problem's instance id.
 */
@NullMarked
package io.openteller.platform.problem;

import org.jspecify.annotations.NullMarked;
