/** Which of a bank's plugins supplies what, where the bank chose: what holds, and what two people agree on. */
@NullMarked
package io.openteller.platform.banking.internal.choice;

import org.jspecify.annotations.NullMarked;
