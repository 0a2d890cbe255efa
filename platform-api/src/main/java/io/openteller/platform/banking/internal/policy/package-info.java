/** What a call needs before it may be made. */
@NullMarked
package io.openteller.platform.banking.internal.policy;

import org.jspecify.annotations.NullMarked;
