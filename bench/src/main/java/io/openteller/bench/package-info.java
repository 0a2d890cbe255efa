/**
 * {@code ./openteller eval}: measures the platform's own classes on labelled files.
 *
 * <p>A {@link Suite} reads its files, asks the product, and counts. It holds no second implementation of anything the product
 * does, and keeps nothing of what it read. New suites are named in {@link Suites}; topics have their own packages.
 */
@NullMarked
package io.openteller.bench;

import org.jspecify.annotations.NullMarked;
