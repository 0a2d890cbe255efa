/** What a bank has of plugins: its versions, its settings, and what two of its people approved. */
@NullMarked
package io.openteller.platform.plugin.internal.banks;

import org.jspecify.annotations.NullMarked;
