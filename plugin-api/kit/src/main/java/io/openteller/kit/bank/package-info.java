/**
 * Holds a bank's own server against the banking contract (docs/banking-http): {@code ./openteller plugin test-bank URL}. Asks
 * through the very plugin that the platform will ask through, and by hand where the plugin would never do what is tried.
 */
@NullMarked
package io.openteller.kit.bank;

import org.jspecify.annotations.NullMarked;
