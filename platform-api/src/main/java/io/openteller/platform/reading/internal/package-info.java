@NullMarked
package io.openteller.platform.reading.internal;

import org.jspecify.annotations.NullMarked;
