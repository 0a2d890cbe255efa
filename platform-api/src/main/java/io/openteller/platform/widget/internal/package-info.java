@NullMarked
package io.openteller.platform.widget.internal;

import org.jspecify.annotations.NullMarked;
