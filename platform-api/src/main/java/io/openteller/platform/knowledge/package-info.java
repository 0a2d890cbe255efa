/**
 * What a bank has written for its customers: documents in versions, each as it was.
 *
 * <p>PostgreSQL holds them. This room says what is in force; finding passages in it is another's work.
 */
@NullMarked
package io.openteller.platform.knowledge;

import org.jspecify.annotations.NullMarked;
