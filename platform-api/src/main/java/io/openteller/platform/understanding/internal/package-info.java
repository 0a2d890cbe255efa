@NullMarked
package io.openteller.platform.understanding.internal;

import org.jspecify.annotations.NullMarked;
