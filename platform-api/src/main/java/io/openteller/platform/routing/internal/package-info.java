@NullMarked
package io.openteller.platform.routing.internal;

import org.jspecify.annotations.NullMarked;
