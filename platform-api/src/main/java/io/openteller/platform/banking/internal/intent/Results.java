package io.openteller.platform.banking.internal.intent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.Schemas;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in what fits the operation's output schema, and nothing else. */
@Singleton
public class Results {

    private static final Logger log = LoggerFactory.getLogger(Results.class);
    private static final int LONGEST = 1_000_000;

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final Schemas schemas;

    Results(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Empty if it does not fit; what is wrong with it is in the log, by place. */
    public Optional<ObjectNode> read(OperationSpec spec, String said) {
        // The database keeps no such character in text.
        if (said.length() > LONGEST || said.contains("\\u0000")) {
            log.warn("a result is not one operation={} characters={}", spec.name(), said.length());
            return Optional.empty();
        }
        List<String> faults = schemas.faults(spec.output(), said);
        if (!faults.isEmpty()) {
            log.warn("a result does not fit operation={} faults={}", spec.name(), faults.size());
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(said, ObjectNode.class));
        } catch (JsonProcessingException broken) {
            log.warn("a result cannot be read operation={}", spec.name());
            return Optional.empty();
        }
    }
}
