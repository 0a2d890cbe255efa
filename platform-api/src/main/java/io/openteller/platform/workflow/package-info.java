/**
 * What the assistant does on the bank's systems for a customer, step by step: identity first, confirmation before anything
 * that changes something, then the operation, then what is said about it.
 *
 * <p>Every step that waits for the customer is stored, so that it survives a restart and is taken once. Amounts and times
 * in what is said come from the bank's systems only.
 */
@NullMarked
package io.openteller.platform.workflow;

import org.jspecify.annotations.NullMarked;
