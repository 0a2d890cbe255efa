/** A word of each bank's own, looked for in every byte that leaves a platform: whoever sees another bank's word has found a hole. */
@NullMarked
package io.openteller.bench.canaries;

import org.jspecify.annotations.NullMarked;
