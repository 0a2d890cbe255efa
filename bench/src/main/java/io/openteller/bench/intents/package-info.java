/** How well a model that was trained on a file tells what messages want, and when they want none of it. */
@NullMarked
package io.openteller.bench.intents;

import org.jspecify.annotations.NullMarked;
