package io.openteller.spi.llm;

import io.openteller.spi.CallContext;
import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * A model that turns texts into vectors whose nearness is nearness in meaning. Any thread may ask, many at once; nothing is
 * kept, nothing repeated. What goes wrong is an {@link EmbeddingResult}, never an exception.
 */
public interface EmbeddingModel extends ExtensionPoint {

    /** Names that {@code embed} takes, the usual one first. From the settings alone: asks nobody. */
    List<String> embeddingModels(CallContext context);

    /**
     * @param model empty for the usual one
     * @param texts from 1 to 256, none blank
     */
    EmbeddingResult embed(CallContext context, String model, List<String> texts);
}
