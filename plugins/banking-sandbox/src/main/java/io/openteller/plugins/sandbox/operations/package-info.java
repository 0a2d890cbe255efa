/**
 * The operations of the platform's catalogue on the sandbox's books. Each is a function of one call, within the transaction
 * that the call has; who calls twice, what is recorded and which faults are played is none of its business.
 */
@NullMarked
package io.openteller.plugins.sandbox.operations;

import org.jspecify.annotations.NullMarked;
