@NullMarked
package io.openteller.platform.desk.internal;

import org.jspecify.annotations.NullMarked;
