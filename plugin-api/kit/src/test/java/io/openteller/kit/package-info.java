@NullMarked
package io.openteller.kit;

import org.jspecify.annotations.NullMarked;
