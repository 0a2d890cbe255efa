/**
 * A bank's systems behind HTTP, in whatever language the bank writes: docs/banking-http in the platform's sources has the
 * contract. Nothing is kept between two calls, nothing is repeated, and nothing that a bank's server answers is believed
 * before it was held against the contract.
 */
@NullMarked
package io.openteller.plugins.httpbank;

import org.jspecify.annotations.NullMarked;
