@NullMarked
package io.openteller.platform.release.internal;

import org.jspecify.annotations.NullMarked;
