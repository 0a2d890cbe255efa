@NullMarked
package io.openteller.platform.turn.internal;

import org.jspecify.annotations.NullMarked;
