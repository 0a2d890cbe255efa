/**
 * Hands the two consoles and the widget to browsers, with a content security policy that allows nothing but them.
 */
@NullMarked
package io.openteller.platform.console;

import org.jspecify.annotations.NullMarked;
