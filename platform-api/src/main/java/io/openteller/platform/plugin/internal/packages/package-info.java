/** Which packages the platform has: whom it trusts, what is installed, and the record of both. */
@NullMarked
package io.openteller.platform.plugin.internal.packages;

import org.jspecify.annotations.NullMarked;
