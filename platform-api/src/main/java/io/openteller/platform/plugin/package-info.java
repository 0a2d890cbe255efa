/**
 * Hosts plugins: loads them apart from the platform's own classes, switches them on per bank, and calls them with a time
 * limit and a bulkhead.
 *
 * <p>A plugin sees the JDK, the plugin interface and its own libraries. One that brings no extension, or wants another
 * version of the interface, is an error and not silence. This room does not know what banking is.
 */
@NullMarked
package io.openteller.platform.plugin;

import org.jspecify.annotations.NullMarked;
