/** Banks to put load on: sites with keys, the built sandbox as their systems, the shipped procedures, a colleague who decides. */
@NullMarked
package io.openteller.bench.banks;

import org.jspecify.annotations.NullMarked;
