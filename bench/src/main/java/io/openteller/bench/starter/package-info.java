/** What every bank starts with, before it taught anything. */
@NullMarked
package io.openteller.bench.starter;

import org.jspecify.annotations.NullMarked;
