/**
 * One-time codes by text message. Codes are kept as salted hashes only, and never written to a log.
 */
@NullMarked
package io.openteller.plugins.otp;

import org.jspecify.annotations.NullMarked;
