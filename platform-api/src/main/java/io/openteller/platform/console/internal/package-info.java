@NullMarked
package io.openteller.platform.console.internal;

import org.jspecify.annotations.NullMarked;
