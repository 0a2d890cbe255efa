@NullMarked
package io.openteller.platform.insight.internal;

import org.jspecify.annotations.NullMarked;
