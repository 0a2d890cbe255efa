/** How well passages are found, and what finding costs. */
@NullMarked
package io.openteller.bench.retrieval;

import org.jspecify.annotations.NullMarked;
