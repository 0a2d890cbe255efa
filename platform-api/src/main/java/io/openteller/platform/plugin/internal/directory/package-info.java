/** Packages that lie ready elsewhere, in a folder or behind an address, for an operator to install. */
@NullMarked
package io.openteller.platform.plugin.internal.directory;

import org.jspecify.annotations.NullMarked;
