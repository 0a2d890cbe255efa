@NullMarked
package io.openteller.platform.sources.internal;

import org.jspecify.annotations.NullMarked;
