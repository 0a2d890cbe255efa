/** Plugins in processes of their own, seen from the platform. */
@NullMarked
package io.openteller.host.apart;

import org.jspecify.annotations.NullMarked;
