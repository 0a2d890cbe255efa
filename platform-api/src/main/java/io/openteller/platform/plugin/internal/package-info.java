@NullMarked
package io.openteller.platform.plugin.internal;

import org.jspecify.annotations.NullMarked;
