@NullMarked
package io.openteller.platform.llm.internal;

import org.jspecify.annotations.NullMarked;
