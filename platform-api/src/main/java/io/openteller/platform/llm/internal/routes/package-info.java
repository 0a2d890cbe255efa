@NullMarked
package io.openteller.platform.llm.internal.routes;

import org.jspecify.annotations.NullMarked;
