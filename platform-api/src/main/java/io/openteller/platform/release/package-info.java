/**
 * A bank's configuration as numbered releases that never change. Every decision names the one it was made under.
 *
 * <p>First form: whatever changes how the assistant decides or speaks (documents, plugins, sites) makes the next number.
 */
@NullMarked
package io.openteller.platform.release;

import org.jspecify.annotations.NullMarked;
