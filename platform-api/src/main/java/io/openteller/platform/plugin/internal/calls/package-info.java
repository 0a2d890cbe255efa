/** Calls of plugins, kept in bounds: how long, how many, how often, and what becomes of a plugin that keeps failing. */
@NullMarked
package io.openteller.platform.plugin.internal.calls;

import org.jspecify.annotations.NullMarked;
