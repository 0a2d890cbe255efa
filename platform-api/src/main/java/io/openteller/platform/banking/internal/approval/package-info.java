/** What a colleague must agree to. */
@NullMarked
package io.openteller.platform.banking.internal.approval;

import org.jspecify.annotations.NullMarked;
