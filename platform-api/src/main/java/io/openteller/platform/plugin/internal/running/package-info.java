/** The code of plugins: which versions run, and where. Nothing here knows a bank. */
@NullMarked
package io.openteller.platform.plugin.internal.running;

import org.jspecify.annotations.NullMarked;
