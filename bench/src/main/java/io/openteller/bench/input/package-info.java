/** What a person gives a suite: options, and files of labelled rows. */
@NullMarked
package io.openteller.bench.input;

import org.jspecify.annotations.NullMarked;
