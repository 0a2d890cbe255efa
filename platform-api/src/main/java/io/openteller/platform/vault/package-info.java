/**
 * Keeps secrets: what is sealed here is unreadable to whoever reads the database.
 *
 * <p>First form: one key set per installation, AES-256-GCM, bound to where a secret belongs, so that a sealed value cannot
 * be moved to another bank or another field.
 */
@NullMarked
package io.openteller.platform.vault;

import org.jspecify.annotations.NullMarked;
