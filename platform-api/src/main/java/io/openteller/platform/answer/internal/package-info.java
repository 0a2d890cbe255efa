@NullMarked
package io.openteller.platform.answer.internal;

import org.jspecify.annotations.NullMarked;
