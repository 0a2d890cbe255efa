/** A plugin as a partner might bring it that does everything wrong. It is packed as it stands and runs in a process of its own. */
@NullMarked
package io.openteller.bench.faults.wild;

import org.jspecify.annotations.NullMarked;
