package io.openteller.plugins.langchain;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.List;

/** A {@link Vendor} that offers vectors, too. */
public interface EmbeddingVendor extends Vendor {

    /** The usual one first; empty if the settings name none. */
    List<String> embeddingModels();

    /** As {@link Vendor#whole}; once per model. */
    EmbeddingModel embedding(HttpClientBuilder client, String model);
}
