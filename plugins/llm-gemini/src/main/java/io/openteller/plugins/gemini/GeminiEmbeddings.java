package io.openteller.plugins.gemini;

import io.openteller.spi.CallContext;
import io.openteller.spi.llm.EmbeddingModel;
import io.openteller.spi.llm.EmbeddingResult;
import java.util.List;
import org.pf4j.Extension;

/** The embedding interface of a server. */
@Extension
public final class GeminiEmbeddings implements EmbeddingModel {

    @Override
    public List<String> embeddingModels(CallContext context) {
        return Gemini.MODELS.embeddingModels(context);
    }

    @Override
    public EmbeddingResult embed(CallContext context, String model, List<String> texts) {
        return Gemini.MODELS.embed(context, model, texts);
    }
}
