/** What calling a plugin costs, in process and in a process of its own. */
@NullMarked
package io.openteller.bench.plugins;

import org.jspecify.annotations.NullMarked;
