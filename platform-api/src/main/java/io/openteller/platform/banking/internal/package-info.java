@NullMarked
package io.openteller.platform.banking.internal;

import org.jspecify.annotations.NullMarked;
