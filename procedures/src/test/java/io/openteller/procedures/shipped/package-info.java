@NullMarked
package io.openteller.procedures.shipped;

import org.jspecify.annotations.NullMarked;
