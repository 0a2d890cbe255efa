/**
 * A bank's own HTTP API by a connector: docs/banking-rest.md in the platform's sources says how one is written. What is kept
 * in memory is tokens, results for as long as the connector says, and how often the bank was asked; all of it per bank.
 */
@NullMarked
package io.openteller.plugins.restbank;

import org.jspecify.annotations.NullMarked;
