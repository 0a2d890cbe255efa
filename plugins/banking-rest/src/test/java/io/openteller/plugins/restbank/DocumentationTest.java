package io.openteller.plugins.restbank;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.connectors.Connectors;
import io.openteller.connectors.Reading;
import io.openteller.connectors.importing.Imported;
import io.openteller.connectors.importing.OpenApiFile;
import io.openteller.operations.Catalogue;
import io.openteller.spi.Outcome;
import io.openteller.testkit.TestCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/banking-rest.md shows is what works. */
class DocumentationTest {

    private static String block(String language) throws Exception {
        String page = Files.readString(Path.of("../../docs/banking-rest.md"));
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void the_connector_shown_is_sound_and_runs_against_the_bank_shown() throws Exception {
        String connector = block("json");
        assertThat(new Connectors(Catalogue.standard()).read(connector)).isInstanceOf(Reading.Sound.class);
        try (Larkfield larkfield = new Larkfield()) {
            RestOperations operations = new RestOperations();
            TestCall call = new TestCall("docs", "call-1", Instant.now().plusSeconds(60), larkfield.settings(connector));
            assertThat(operations.perform(call, "accounts.list/v1", "C1", "{}")).isInstanceOf(Outcome.Done.class);
            assertThat(operations.perform(call, "accounts.balance/v1", "C1", "{\"account\": \"A-1\"}"))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(operations.perform(call, "cards.block/v1", "C1", "{\"card\": \"K-1\", \"reason\": \"LOST\"}"))
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void the_file_shown_is_read() throws Exception {
        assertThat(OpenApiFile.read(block("yaml")).calls())
                .extracting(Imported.Call::id)
                .containsExactly("listAccounts", "getAccountBalance", "stopCard", "findRequest");
    }
}
