package io.openteller.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.connectors.Finding.Rule;
import io.openteller.operations.Catalogue;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorsTest {

    private static final String SOUND = """
            {"connector": 1, "name": "fern", "version": 2, "auth": {"type": "API_KEY", "in": "HEADER", "name": "X-Fern-Key"},
             "operations": {
               "accounts.list/v1": {"call": {"method": "GET", "path": "/people/{customerRef}/accounts", "result": "response"},
                                    "cacheSeconds": 5, "rate": {"perSecond": 4}},
               "cards.block/v1": {"call": {"method": "POST", "path": "/cards/{arguments.card}/stop",
                                           "headers": {"X-Reason": "'lost'"}, "body": "{'who': customerRef}", "result": "response"},
                                  "idempotencyHeader": "X-Once", "retries": {"times": 1, "waitMillis": 10},
                                  "reconcile": {"call": {"method": "GET", "path": "/done", "query": {"id": "callId"},
                                                         "owner": "response.who", "result": "response"},
                                                "performed": "status = 200"}}}}""";

    private final Connectors connectors = new Connectors(Catalogue.standard());

    private AbstractListAssert<?, ? extends java.util.List<? extends Tuple>, Tuple, ObjectAssert<Tuple>> findings(String document) {
        assertThat(document).isNotEqualTo(SOUND);
        Reading reading = connectors.read(document);
        assertThat(reading).isInstanceOf(Reading.Defective.class);
        return assertThat(((Reading.Defective) reading).findings()).extracting(Finding::rule, Finding::place);
    }

    @Test
    void a_sound_connector_is_read() {
        assertThat(connectors.read(SOUND)).isInstanceOfSatisfying(Reading.Sound.class, sound -> {
            assertThat(sound.connector().operations()).containsOnlyKeys("accounts.list/v1", "cards.block/v1");
            assertThat(sound.connector().operations().values()).allSatisfy(mapped -> assertThat(mapped.call().errors()).isEmpty());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "accounts.list/v1 | accounts.hide/v1 | UNKNOWN_OPERATION | /operations/accounts.hide~1v1",
        "accounts\", \"result\": \"response\" | accounts\", \"result\": \"(\" | EXPRESSION | /operations/accounts.list~1v1/call/result",
        "{customerRef}/accounts | me/accounts | CUSTOMER | /operations/accounts.list~1v1/call",
        "{customerRef}/accounts | {'customerRef'}/accounts | CUSTOMER | /operations/accounts.list~1v1/call",
        "{'who': customerRef} | {'who': 1} | CUSTOMER | /operations/cards.block~1v1/call",
        "\"owner\": \"response.who\", | `` | CUSTOMER | /operations/cards.block~1v1/reconcile/call",
        "\"retries\" | \"cacheSeconds\": 3, \"retries\" | EFFECT | /operations/cards.block~1v1/cacheSeconds",
        "X-Reason | x-once | HEADER | /operations/cards.block~1v1/call/headers/x-once",
        "X-Reason | X-Fern-Key | HEADER | /operations/cards.block~1v1/call/headers/X-Fern-Key",
        "X-Reason | Authorization | HEADER | /operations/cards.block~1v1/call/headers/Authorization",
        "\"path\": \"/people | \"body\": \"{}\", \"path\": \"/people | FORM | /operations/accounts.list~1v1/call/body",
        "/people/ | /../ | FORM | /operations/accounts.list~1v1/call/path",
        "/people/{customerRef}/accounts | /people/{customerRef/accounts | FORM | /operations/accounts.list~1v1/call/path",
        "\"GET\", \"path\": \"/done\" | \"POST\", \"path\": \"/done\" | EFFECT | /operations/cards.block~1v1/reconcile/call/method",
    })
    void a_defect_is_named_with_its_place(String part, String instead, Rule rule, String place) {
        findings(replaced(part, instead)).contains(Tuple.tuple(rule, place));
    }

    @Test
    void an_effect_that_the_bank_cannot_recognise_is_refused_and_so_is_its_repetition() {
        String place = "/operations/cards.block~1v1";
        findings(replaced("\"idempotencyHeader\": \"X-Once\",", ""))
                .containsOnly(Tuple.tuple(Rule.TWICE, place + "/call"), Tuple.tuple(Rule.TWICE, place + "/retries"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"connector\": 1 | \"connector\": 2",
        "\"name\": \"fern\" | \"name\": \"fern\", \"baseUrl\": \"https://fern.example\"",
        "\"in\": \"HEADER\" | \"in\": \"HEADER\", \"key\": \"secret\"",
        "\"type\": \"API_KEY\" | \"type\": \"MTLS\"",
        "\"cacheSeconds\": 5 | \"cacheSeconds\": 301",
        "\"times\": 1 | \"times\": 4",
        "\"name\": \"fern\" | \"name\": \"fern\", \"name\": \"fern\"",
        "\"connector\" | connector",
    })
    void what_is_not_of_the_form_is_refused(String part, String instead) {
        findings(replaced(part, instead)).extracting(tuple -> tuple.toList().getFirst()).contains(Rule.FORM);
    }

    private static String replaced(String part, String instead) {
        return SOUND.replace(part, instead);
    }
}
