/** How well the customer's mood is heard. */
@NullMarked
package io.openteller.bench.sentiment;

import org.jspecify.annotations.NullMarked;
