/** How a customer proves to be who they say. */
@NullMarked
package io.openteller.spi.identity;

import org.jspecify.annotations.NullMarked;
