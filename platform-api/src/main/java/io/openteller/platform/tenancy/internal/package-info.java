@NullMarked
package io.openteller.platform.tenancy.internal;

import org.jspecify.annotations.NullMarked;
