/**
 * Which bank this is: resolved once at the edge, bound to the thread and to the database transaction.
 *
 * <p>All SQL of the platform runs through {@link io.openteller.platform.tenancy.TenantDatabase}, which names the tenant
 * in the first statement of every transaction. No method here takes a tenant from a request body, and no business
 * method takes one as an argument. At start-up the room proves that the database enforces the boundary, or refuses to run.
 */
@NullMarked
package io.openteller.platform.tenancy;

import org.jspecify.annotations.NullMarked;
