package io.openteller.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Property;
import io.openteller.demo.DemoPhone.TextMessage;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The text messages that the sandbox bank wrote into its outbox: see docs/sandbox.md. */
@Singleton
class BankTexts {

    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();

    BankTexts(@Property(name = "openteller.data", defaultValue = ".openteller/data") Path data) {
        this.folder = data.resolve("plugin-data").resolve("banking-sandbox");
    }

    /** In the order in which they were sent. */
    List<TextMessage> of(DemoBank bank) {
        Path outbox = folder.resolve(bank.slug() + "-" + bank.slug() + ".outbox.jsonl");
        try (Stream<String> lines = Files.lines(outbox)) {
            return lines.map(this::read)
                    .filter(one -> one.path("channel").asText().equals("SMS"))
                    .map(one -> new TextMessage(
                            bank.slug(),
                            one.path("recipient").asText(),
                            one.path("text").asText(),
                            Instant.parse(one.path("at").asText())))
                    .toList();
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The last line may be half written: it is whole the next time. */
    private JsonNode read(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException half) {
            return json.createObjectNode();
        }
    }
}
