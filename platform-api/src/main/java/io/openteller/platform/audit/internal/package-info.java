@NullMarked
package io.openteller.platform.audit.internal;

import org.jspecify.annotations.NullMarked;
