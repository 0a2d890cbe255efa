@NullMarked
package io.openteller.platform.rehearsal.internal;

import org.jspecify.annotations.NullMarked;
