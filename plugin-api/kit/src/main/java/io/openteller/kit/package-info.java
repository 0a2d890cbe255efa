/** What a partner makes plugins with: {@code ./openteller plugin …}. One class per command. */
@NullMarked
package io.openteller.kit;

import org.jspecify.annotations.NullMarked;
