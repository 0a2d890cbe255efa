@NullMarked
package io.openteller.platform.training.internal;

import org.jspecify.annotations.NullMarked;
