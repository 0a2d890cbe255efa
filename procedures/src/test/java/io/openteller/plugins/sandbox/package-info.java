@NullMarked
package io.openteller.plugins.sandbox;

import org.jspecify.annotations.NullMarked;
