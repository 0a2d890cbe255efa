/**
 * PostgreSQL, Redis and Keycloak as processes of this machine, and the commands `up`, `down` and `status` over them.
 *
 * <p>All three are the real servers, bound to the loopback address. Each can be replaced by an external one. Nothing here
 * knows what the platform does: it is one more process, started last and stopped first.
 */
@NullMarked
package io.openteller.local;

import org.jspecify.annotations.NullMarked;
