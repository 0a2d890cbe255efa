/**
 * The customer as staff see them: who it is, what they have at the bank, and what was said before.
 *
 * <p>Everything comes from the bank's own systems at the moment it is asked for, and nothing of it is kept here. Addresses
 * and numbers are masked; each look is audited.
 */
@NullMarked
package io.openteller.platform.customer;

import org.jspecify.annotations.NullMarked;
