@NullMarked
package io.openteller.platform.llm.internal.providers;

import org.jspecify.annotations.NullMarked;
