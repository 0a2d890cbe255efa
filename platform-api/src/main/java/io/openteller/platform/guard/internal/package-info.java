@NullMarked
package io.openteller.platform.guard.internal;

import org.jspecify.annotations.NullMarked;
