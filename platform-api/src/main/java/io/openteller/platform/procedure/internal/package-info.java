@NullMarked
package io.openteller.platform.procedure.internal;

import org.jspecify.annotations.NullMarked;
