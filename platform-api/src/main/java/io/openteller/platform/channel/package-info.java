/**
 * How customers reach the bank: the sites that may embed the widget, the tokens with which a bank vouches for a customer,
 * and the sessions that follow.
 *
 * <p>The tenant of a request from a customer is found here, once, from the site key or the session token, and proven by
 * row-level security. Nothing here reads or answers what customers say.
 */
@NullMarked
package io.openteller.platform.channel;

import org.jspecify.annotations.NullMarked;
