/**
 * What a bank has written for its customers: documents in versions, each as it was.
 *
 * <p>A version is written by one person and approved by another, and what was approved never changes. PostgreSQL holds all
 * of it. This room says what is in force, and when; finding passages in it is another's work.
 */
@NullMarked
package io.openteller.platform.knowledge;

import org.jspecify.annotations.NullMarked;
