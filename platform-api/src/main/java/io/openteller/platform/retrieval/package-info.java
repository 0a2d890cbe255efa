/**
 * Finds passages for a question, by words and by meaning.
 *
 * <p>One Lucene index per tenant, derived from the documents in force and made again from them. It lies outside row-level
 * security, so it is chosen by the current tenant and never by an argument. Finds passages; never writes a reply.
 */
@NullMarked
package io.openteller.platform.retrieval;

import org.jspecify.annotations.NullMarked;
