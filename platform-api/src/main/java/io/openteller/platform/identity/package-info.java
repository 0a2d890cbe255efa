/**
 * Who works for the bank, and what they may do: sign-in through Keycloak, sessions, roles and permissions of our own, keys
 * for programs.
 *
 * <p>Every route of the API says who may use it; one that says nothing is closed. Customers are never here.
 */
@NullMarked
package io.openteller.platform.identity;

import org.jspecify.annotations.NullMarked;
