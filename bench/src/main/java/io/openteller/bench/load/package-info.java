/** HTTP in numbers: many connections and many open streams on few threads, so that whoever asks costs less than who answers. */
@NullMarked
package io.openteller.bench.load;

import org.jspecify.annotations.NullMarked;
