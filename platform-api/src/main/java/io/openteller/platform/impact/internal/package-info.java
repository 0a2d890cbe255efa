@NullMarked
package io.openteller.platform.impact.internal;

import org.jspecify.annotations.NullMarked;
