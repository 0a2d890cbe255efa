/** Values as bytes, and frames of bytes over a Unix socket. Both processes use it, so it knows the plugin interface and the JDK only. */
@NullMarked
package io.openteller.host.wire;

import org.jspecify.annotations.NullMarked;
