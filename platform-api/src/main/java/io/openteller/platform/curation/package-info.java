/**
 * Shows what a bank's knowledge lacks: questions it did not answer well, documents that help and those that do not, and
 * what grew old.
 *
 * <p>Reads what other rooms recorded; nobody below calls it. Customers' words are shown without personal data. It proposes,
 * people decide: nothing here changes a document.
 */
@NullMarked
package io.openteller.platform.curation;

import org.jspecify.annotations.NullMarked;
