/** What is changed at the bank: written before, done once, found out about afterwards. */
@NullMarked
package io.openteller.platform.banking.internal.intent;

import org.jspecify.annotations.NullMarked;
