/**
 * The one way out: every HTTP call of this application to another machine.
 *
 * <p>Each call names the hosts that it may reach. Addresses of this machine, of private networks and of cloud metadata are
 * refused after the name was resolved, for every redirect again, and what was looked at is what is connected to. Nothing that
 * could sign somebody in is sent on to another host, and no answer is larger or later than its caller allows.
 */
@NullMarked
package io.openteller.platform.egress;

import org.jspecify.annotations.NullMarked;
