@NullMarked
package io.openteller.platform.coordination.internal;

import org.jspecify.annotations.NullMarked;
