@NullMarked
package io.openteller.packages;

import org.jspecify.annotations.NullMarked;
