/** The claims gate measured, and a maker of rows to measure it with. */
@org.jspecify.annotations.NullMarked
package io.openteller.bench.grounding;
