@NullMarked
package io.openteller.platform.llm.internal.asking;

import org.jspecify.annotations.NullMarked;
