/** What runs in a plugin's own process. Nothing here may use more than this module, the plugin interface, PF4J and SLF4J. */
@NullMarked
package io.openteller.host.child;

import org.jspecify.annotations.NullMarked;
