@NullMarked
package io.openteller.platform.connector.internal;

import org.jspecify.annotations.NullMarked;
