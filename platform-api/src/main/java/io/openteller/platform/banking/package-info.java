/**
 * What can be done on the bank's systems, and under which conditions: how sure the bank must be who asks, and that what
 * changes something is journalled before and after, and done once.
 *
 * <p>Every call to a banking plugin goes through here, whoever wants it. Results carry the plugin and the time they are
 * true for.
 */
@NullMarked
package io.openteller.platform.banking;

import org.jspecify.annotations.NullMarked;
