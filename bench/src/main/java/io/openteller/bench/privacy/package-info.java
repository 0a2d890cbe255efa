/** How well personal data, attacks on the assistant and abuse of it are found. */
@NullMarked
package io.openteller.bench.privacy;

import org.jspecify.annotations.NullMarked;
