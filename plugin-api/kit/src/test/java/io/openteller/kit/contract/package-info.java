@NullMarked
package io.openteller.kit.contract;

import org.jspecify.annotations.NullMarked;
