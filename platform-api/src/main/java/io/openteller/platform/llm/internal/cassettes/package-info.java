@NullMarked
package io.openteller.platform.llm.internal.cassettes;

import org.jspecify.annotations.NullMarked;
