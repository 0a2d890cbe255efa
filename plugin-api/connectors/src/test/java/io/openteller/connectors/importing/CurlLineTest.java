package io.openteller.connectors.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.connectors.Connector.Auth;
import io.openteller.connectors.importing.Imported.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurlLineTest {

    private static Imported read(String line) {
        try {
            return CurlLine.read(line);
        } catch (NotImported refused) {
            throw new AssertionError(refused);
        }
    }

    private static Call call(String line) {
        return read(line).calls().getFirst();
    }

    @Test
    void a_line_from_somebodys_notes_becomes_a_call_without_its_secrets() {
        Imported imported = read("""
                $ curl --location -X POST 'https://api.larkfield.example/v2/cards/K-1/stop?channel=chat&api_key=topsecret1' \\
                  -H "Authorization: Bearer topsecret2" -H 'X-Branch: 14' -H 'Content-Type: application/json' \\
                  -u me:topsecret3 --data-raw '{"why": "L", "pinToken": "topsecret4", "deep": {"password": "topsecret5"}}'
                """);
        Call call = imported.calls().getFirst();
        assertThat(call.id()).isEqualTo("POST /v2/cards/K-1/stop");
        assertThat(imported.servers()).containsExactly("https://api.larkfield.example");
        assertThat(call.parameters()).extracting(Imported.Parameter::name).containsExactlyInAnyOrder("channel", "X-Branch");
        assertThat(call.sampleRequest()).hasToString("{\"why\":\"L\",\"deep\":{}}");
        assertThat(imported.toString()).doesNotContain("topsecret");
        assertThat(imported.notes()).hasSize(5).allMatch(note -> note.startsWith("Taken out: "));
    }

    @Test
    void the_way_to_sign_in_is_kept_without_the_key() {
        assertThat(read("curl https://b.example -H 'Authorization: Bearer abc'").auth())
                .containsExactly(new Auth(Auth.Type.API_KEY, null, null, null, Auth.Place.HEADER, "Authorization", "Bearer "));
        assertThat(read("curl https://b.example -HX-Api-Key:abc").auth())
                .containsExactly(new Auth(Auth.Type.API_KEY, null, null, null, Auth.Place.HEADER, "X-Api-Key", null));
        assertThat(read("curl https://b.example?access_token=abc").auth())
                .containsExactly(new Auth(Auth.Type.API_KEY, null, null, null, Auth.Place.QUERY, "access_token", null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "curl b.example/a | GET /a",
        "curl --url=https://b.example | GET /",
        "curl -XDELETE https://b.example/a | DELETE /a",
        "curl -s --compressed -m 5 https://b.example/a | GET /a",
        "curl -d x=1 -d y=2 https://b.example/a | POST /a",
        "curl -G -d x=1 https://b.example/a | GET /a",
        "curl \"https://b.example/a\\\"b\" | ``",
    })
    void method_and_path_are_as_curl_would_have_them(String line, String id) throws NotImported {
        if (id.isEmpty()) {
            assertThatThrownBy(() -> CurlLine.read(line)).isInstanceOf(NotImported.class);
        } else {
            assertThat(call(line).id()).isEqualTo(id);
        }
    }

    @Test
    void a_form_is_read_as_fields() {
        assertThat(call("curl -d 'x=1%202' -d y=2 https://b.example/a").sampleRequest()).hasToString("{\"x\":\"1 2\",\"y\":\"2\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wget https://b.example", "curl", "curl 'https://b.example", "curl -X", "curl ftp://b.example", "curl -d @file https://b.example",
        "curl file:///etc/passwd"})
    void what_is_no_call_is_refused_and_not_quoted(String line) {
        assertThatThrownBy(() -> CurlLine.read(line)).isInstanceOf(NotImported.class).hasMessageNotContaining("b.example");
    }
}
