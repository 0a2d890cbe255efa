/**
 * Runs plugins: a verified package in a class loader of its own, in this process or in one of its own. Knows no bank, no
 * database and no framework.
 */
@NullMarked
package io.openteller.host;

import org.jspecify.annotations.NullMarked;
