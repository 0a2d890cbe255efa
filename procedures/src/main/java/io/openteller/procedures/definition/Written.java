package io.openteller.procedures.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Trees as text; the same on every machine. */
class Written {

    private static final ObjectWriter JSON = new ObjectMapper().writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));
    private static final ObjectWriter YAML = new ObjectMapper(YAMLFactory.builder()
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .stringQuotingChecker(new OnIsAName())
                    .build())
            .writer();

    private Written() {}

    static String json(JsonNode tree) {
        return write(JSON, tree) + "\n";
    }

    static String yaml(JsonNode tree) {
        return write(YAML, tree);
    }

    private static String write(ObjectWriter writer, JsonNode tree) {
        try {
            return writer.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Old YAML takes a bare {@code on} for true; as the name of a field it is read by nobody as that here. */
    private static final class OnIsAName extends StringQuotingChecker {
        private static final long serialVersionUID = 1L;
        private static final StringQuotingChecker USUAL = StringQuotingChecker.Default.instance();

        @Override
        public boolean needToQuoteName(String name) {
            return !name.equals("on") && USUAL.needToQuoteName(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return USUAL.needToQuoteValue(value);
        }
    }
}
