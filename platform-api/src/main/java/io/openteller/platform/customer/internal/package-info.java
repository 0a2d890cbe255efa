@NullMarked
package io.openteller.platform.customer.internal;

import org.jspecify.annotations.NullMarked;
