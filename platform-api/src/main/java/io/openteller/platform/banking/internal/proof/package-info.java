/** Proving who somebody is: codes, questions, and an end to guessing. */
@NullMarked
package io.openteller.platform.banking.internal.proof;

import org.jspecify.annotations.NullMarked;
