@NullMarked
package io.openteller.platform.identity.internal;

import org.jspecify.annotations.NullMarked;
