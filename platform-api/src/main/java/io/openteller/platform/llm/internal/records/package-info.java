@NullMarked
package io.openteller.platform.llm.internal.records;

import org.jspecify.annotations.NullMarked;
