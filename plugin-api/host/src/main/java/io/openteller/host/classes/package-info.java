/** What a plugin's code can see: its class loader, and what of the JDK is closed to it. */
@NullMarked
package io.openteller.host.classes;

import org.jspecify.annotations.NullMarked;
