/** What the bank's objects are called outside of the room. */
@NullMarked
package io.openteller.platform.banking.internal.reference;

import org.jspecify.annotations.NullMarked;
