/** Steps that a bank's procedures can have besides the platform's own. */
@NullMarked
package io.openteller.spi.workflow;

import org.jspecify.annotations.NullMarked;
