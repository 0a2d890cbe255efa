/** How well the language of a message is told. */
@NullMarked
package io.openteller.bench.language;

import org.jspecify.annotations.NullMarked;
