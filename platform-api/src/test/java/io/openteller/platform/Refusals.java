package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Refused requests: a problem with the right code, nothing stored at any of the banks, and no word about the inside. */
final class Refusals {

    private final List<TestBank> banks;

    Refusals(TestBank... banks) {
        this.banks = Arrays.asList(banks);
    }

    DynamicTest of(String name, int status, String code, ThrowingSupplier<HttpRequest> made) {
        return dynamicTest(name + ": " + code, () -> {
            HttpRequest request = made.get();
            String before = rows();
            HttpResponse<String> answer = TestVisitor.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            JsonNode problem = TestVisitor.json(answer.body());
            assertThat(problem.get("code").getStringValue()).isEqualTo(code);
            assertThat(problem.get("status").getIntValue()).isEqualTo(status);
            assertThat(answer.body()).doesNotContain("Exception", "io.openteller", "micronaut", "\\tat ");
            assertThat(rows()).isEqualTo(before);
        });
    }

    private String rows() {
        return banks.stream().map(TestBank::rows).collect(Collectors.joining("\n"));
    }
}
