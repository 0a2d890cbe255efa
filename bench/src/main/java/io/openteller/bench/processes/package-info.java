/** Real servers and platforms as processes that can be killed and started again. */
@NullMarked
package io.openteller.bench.processes;

import org.jspecify.annotations.NullMarked;
