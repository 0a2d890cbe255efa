/** Customers who talk and wait for answers, what they saw, and what stands in the database afterwards: for suites that put load on. */
@NullMarked
package io.openteller.bench.patrons;

import org.jspecify.annotations.NullMarked;
