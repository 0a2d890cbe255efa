/** Plugins in the platform's own process. */
@NullMarked
package io.openteller.host.here;

import org.jspecify.annotations.NullMarked;
