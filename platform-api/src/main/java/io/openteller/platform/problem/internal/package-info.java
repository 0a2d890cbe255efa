@NullMarked
package io.openteller.platform.problem.internal;

import org.jspecify.annotations.NullMarked;
