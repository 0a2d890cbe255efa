package io.openteller.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.packages.Difference.Line;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void the_same_says_nothing() {
        Difference difference = to(json -> {});
        assertThat(difference.lines()).isEmpty();
        assertThat(difference.widened()).isFalse();
        assertThat(difference.from()).isEqualTo("1.0.0");
        assertThat(difference.to()).isEqualTo("1.1.0");
    }

    @Test
    void a_new_capability_widens_and_says_what_can_go_wrong() {
        Difference difference = to(json -> operation(
                json.withArray("capabilities").addObject().put("name", "CardControl"), "block", "CHANGE", "IDENTIFIED", false));
        assertThat(words(difference))
                .containsExactly("CAPABILITY ADDED! It can now do CardControl.block: changes something, for customers who"
                        + " signed in, cannot be taken back");
    }

    @Test
    void an_operation_that_becomes_riskier_widens_and_one_that_becomes_safer_does_not() {
        assertThat(words(to(json -> operation(json).put("risk", "MONEY"))))
                .containsExactly("CAPABILITY CHANGED! AccountReader.accounts was: reads, for customers who confirmed with a"
                        + " second factor; it is now: moves money, for customers who confirmed with a second factor");
        assertThat(to(json -> operation(json).put("assurance", "ANONYMOUS")).widened()).isTrue();
        assertThat(to(json -> operation(json).put("reversible", false)).widened()).isTrue();
        assertThat(to(json -> operation(json).put("idempotent", false)).widened()).isTrue();
        Difference safer = Difference.between(
                manifest("1.0.0", json -> operation(json).put("assurance", "ANONYMOUS")), manifest("1.1.0", json -> {}));
        assertThat(safer.lines()).hasSize(1);
        assertThat(safer.widened()).isFalse();
    }

    @Test
    void a_new_host_widens_unless_it_could_be_called_before() {
        assertThat(words(to(json -> json.withArray("egress").add("*.other.example"))))
                .containsExactly("EGRESS ADDED! It may now call every host below other.example");
        assertThat(words(to(json -> json.putArray("egress"))))
                .containsExactly("EGRESS REMOVED It may no longer call api.bank.example");
        Manifest wide = manifest("1.0.0", json -> json.putArray("egress").add("*.bank.example"));
        Difference narrower = Difference.between(wide, manifest("1.1.0", json -> {}));
        assertThat(narrower.widened()).isFalse();
        assertThat(words(narrower))
                .containsExactly(
                        "EGRESS CHANGED It names api.bank.example, which it could call before",
                        "EGRESS REMOVED It may no longer call every host below bank.example");
        assertThat(Difference.between(manifest("1.0.0", json -> {}), wide).widened()).isTrue();
        assertThat(to(json -> json.putArray("egress").add("api.bank.example:8443")).widened()).isTrue();
        assertThat(to(json -> json.putArray("egress").add("evilapi.bank.example")).widened()).isTrue();
    }

    @Test
    void a_host_from_a_setting_is_said_in_words() {
        Difference difference = to(json -> {
            json.withArray("egress").add("{address}");
            json.withObject("settings").withObject("properties").putObject("address").put("type", "string");
        });
        assertThat(words(difference))
                .containsExactly(
                        "EGRESS ADDED! It may now call the host of the address in the setting address",
                        "SETTING ADDED It has a new setting, address");
    }

    @Test
    void more_classes_of_data_widen() {
        assertThat(words(to(json -> json.putArray("dataRead").add("TEXT"))))
                .containsExactly(
                        "DATA ADDED! It is now given what customers write, as they wrote it",
                        "DATA REMOVED It is no longer given balances, loans and investments");
    }

    @Test
    void resources_and_settings_are_shown_and_widen_nothing() {
        Difference difference = to(json -> {
            json.withObject("resources").put("timeoutMillis", 9000).put("heapMegabytes", 128);
            ObjectNode secret = json.withObject("settings").withObject("properties").putObject("apiKey");
            secret.put("type", "string").put("title", "Access key").put("writeOnly", true);
        });
        assertThat(words(difference))
                .containsExactly(
                        "RESOURCE CHANGED The time limit of a call: 1000 ms before, 9000 ms now",
                        "RESOURCE CHANGED The memory of its process: 64 MB before, 128 MB now",
                        "SETTING ADDED It has a new setting, Access key (apiKey), a secret");
        assertThat(difference.widened()).isFalse();
    }

    @Test
    void everything_is_new_to_a_bank_that_approved_nothing() {
        Difference first = Difference.first(manifest("1.0.0", json -> {}));
        assertThat(first.from()).isEmpty();
        assertThat(first.widened()).isTrue();
        assertThat(first.lines()).extracting(Line::kind)
                .containsExactly(Difference.Kind.CAPABILITY, Difference.Kind.EGRESS, Difference.Kind.DATA);
    }

    private static java.util.List<String> words(Difference difference) {
        return difference.lines().stream()
                .map(line -> line.kind() + " " + line.change() + (line.widens() ? "! " : " ") + line.words())
                .toList();
    }

    private static ObjectNode operation(ObjectNode manifest) {
        return (ObjectNode) manifest.at("/capabilities/0/operations/0");
    }

    private static void operation(ObjectNode capability, String name, String risk, String assurance, boolean reversible) {
        capability.putArray("operations").addObject()
                .put("name", name)
                .put("risk", risk)
                .put("assurance", assurance)
                .put("reversible", reversible)
                .put("idempotent", true);
    }

    private static Difference to(Consumer<ObjectNode> change) {
        return Difference.between(manifest("1.0.0", json -> {}), manifest("1.1.0", change));
    }

    private static Manifest manifest(String version, Consumer<ObjectNode> change) {
        ObjectNode json = (ObjectNode) Manifests.tree(MadePackage.manifest(version).getBytes(StandardCharsets.UTF_8));
        change.accept(json);
        return Manifests.of(json);
    }
}
