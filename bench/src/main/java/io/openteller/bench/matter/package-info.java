/** Questions about rules against matters of one's own. */
@NullMarked
package io.openteller.bench.matter;

import org.jspecify.annotations.NullMarked;
