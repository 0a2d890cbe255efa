@NullMarked
package io.openteller.platform.wording.internal;

import org.jspecify.annotations.NullMarked;
