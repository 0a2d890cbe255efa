@NullMarked
package io.openteller.platform.llm.internal.budgets;

import org.jspecify.annotations.NullMarked;
