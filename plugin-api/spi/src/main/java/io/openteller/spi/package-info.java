/**
 * What plugins share with the platform: how they are called, and how they describe themselves.
 *
 * <p>Values that the platform hands in are interfaces, so that they can grow; values that plugins hand back are sealed and
 * made by static factories. Required methods are abstract. Nothing here depends on a framework.
 */
@NullMarked
package io.openteller.spi;

import org.jspecify.annotations.NullMarked;
