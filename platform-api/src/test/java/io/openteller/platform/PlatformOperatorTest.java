package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformOperatorTest {

    @ParameterizedTest
    @CsvSource({
        "'', say what to do",
        "bank destroy, not known: bank destroy",
        "bank create --slug meridian, missing: --name",
        "bank create --slug Meridian --name M --currency INR --locale en-IN, not a tenant slug: Meridian",
        "bank create --slug meridian --name M --currency GOLD --locale en-IN, not an ISO 4217 currency: GOLD",
        "bank create --slug meridian --name M --currency INR --locale ??, not a BCP 47 locale: ??",
        "bank create --slug, not understood: --slug",
        "staff add --bank meridian --email a@b.example --name A --roles KING, not known: KING",
    })
    void what_is_not_understood_is_said_and_nothing_is_started(String arguments, String sentence) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = PlatformOperator.run(
                arguments.isEmpty() ? new String[0] : arguments.split(" "), Map.of(), System.out, new PrintStream(err));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(sentence, "bank create", "api-key create");
    }
}
