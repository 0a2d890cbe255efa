@NullMarked
package io.openteller.platform.plugin.internal.ways;

import org.jspecify.annotations.NullMarked;
