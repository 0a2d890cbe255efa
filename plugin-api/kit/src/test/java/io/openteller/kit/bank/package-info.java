@NullMarked
package io.openteller.kit.bank;

import org.jspecify.annotations.NullMarked;
