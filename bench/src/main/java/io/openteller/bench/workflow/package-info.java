/** How many steps of procedures a platform keeps per second. */
@NullMarked
package io.openteller.bench.workflow;

import org.jspecify.annotations.NullMarked;
