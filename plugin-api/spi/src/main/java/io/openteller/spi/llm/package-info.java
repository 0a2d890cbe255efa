/**
 * Language models. The platform has taken personal values out of every text before it gets here, and looks at every answer
 * before a customer does; a plugin only carries text to a model and back, and says exactly what became of it.
 */
@NullMarked
package io.openteller.spi.llm;

import org.jspecify.annotations.NullMarked;
