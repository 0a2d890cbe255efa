/**
 * What a bank has written for its customers, cut into passages that can be found and cited.
 *
 * <p>PostgreSQL holds the documents; one Lucene index per tenant is derived from it, built when first asked and again
 * after a change. The index lies outside row-level security, so it is chosen by the current tenant and never by an
 * argument. This room finds passages; it never writes a reply.
 */
@NullMarked
package io.openteller.platform.knowledge;

import org.jspecify.annotations.NullMarked;
