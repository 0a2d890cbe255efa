/** Customers and colleagues of the banks, over HTTP as their browsers would, and what they remember of it. */
@NullMarked
package io.openteller.bench.customers;

import org.jspecify.annotations.NullMarked;
