@NullMarked
package io.openteller.platform.egress.internal;

import org.jspecify.annotations.NullMarked;
