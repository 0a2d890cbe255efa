package io.openteller.procedures.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.procedures.definition.Node.Edge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsImportTest {

    private static Imported imported(String name) throws Exception {
        return Definitions.fromSteps(Files.readString(Path.of("src/test/resources/steps", name + ".json")), "en");
    }

    @Test
    void steps_become_the_nodes_that_do_the_same() throws Exception {
        Definition read = imported("block-card").definition();

        assertThat(read.id()).isEqualTo("block-a-card");
        assertThat(read.start()).isEqualTo("check-identity");
        assertThat(read.variables()).containsEntry("blockReason", new VariableType.Plain(VariableType.Kind.TEXT));
        assertThat(read.variables().get("cardList")).hasToString("result:cards.list/v1");
        assertThat(read.nodes().get("check-identity")).isInstanceOfSatisfying(Node.Verify.class, verify -> {
            assertThat(verify.methods()).containsExactly(Node.Verify.Method.CODE);
            assertThat(verify.next()).isEqualTo("get_cards");
            assertThat(verify.on()).isEqualTo(Map.of(Edge.FAILED, "human", Edge.TIMEOUT, "person"));
        });
        assertThat(read.nodes().get("get_cards")).isInstanceOfSatisfying(Node.Operate.class, operate -> {
            assertThat(operate.operation()).hasToString("cards.list/v1");
            assertThat(operate.on()).containsEntry(Edge.ERROR, "human").containsEntry(Edge.REFUSED, "person");
        });
        assertThat(read.nodes().get("ask_reason")).isInstanceOfSatisfying(Node.Ask.class, ask -> {
            assertThat(ask.answer().choices()).extracting(Node.Choice::value).containsExactly("LOST", "STOLEN");
            assertThat(ask.attempts()).isEqualTo(5);
            assertThat(ask.next()).isEqualTo("ask_reason-way");
        });
        assertThat(read.nodes().get("ask_reason-way")).isEqualTo(new Node.Decide(
                java.util.List.of(new Node.Case("blockReason == 'STOLEN'", "police")), "summary"));
        assertThat(read.nodes().get("summary")).isInstanceOfSatisfying(Node.Say.class, say -> assertThat(say.text())
                .isEqualTo(new Wording(Map.of("en", "You have ${size(cardList.cards)} cards; the reason is ${blockReason}."))));
    }

    @Test
    void what_was_guessed_is_said() throws Exception {
        assertThat(imported("block-card").notes()).extracting(Imported.Note::message)
                .anyMatch(note -> note.contains("STEPPED_UP"))
                .anyMatch(note -> note.contains("5 times at most, not 9"))
                .anyMatch(note -> note.contains("edges timeout, refused"));
    }

    @Test
    void what_has_no_counterpart_is_named_and_nothing_is_lost_silently() throws Exception {
        Imported loan = imported("small-loan");

        assertThat(loan.definition().nodes().get("large")).isInstanceOf(Node.Handoff.class);
        assertThat(loan.notes()).filteredOn(note -> "large".equals(note.node())).extracting(Imported.Note::message)
                .anyMatch(note -> note.contains("type 'llm' have no counterpart"))
                .anyMatch(note -> note.contains("'temperature'"))
                .anyMatch(note -> note.contains("ways to route were left out"));
        assertThat(loan.notes()).anyMatch(note -> note.message().contains("'position'"))
                .anyMatch(note -> note.message().contains("'nowhere', which is no step"))
                .anyMatch(note -> note.message().contains("loans/quote' is no operation"))
                .anyMatch(note -> note.message().contains("'retry_policy'"))
                .anyMatch(note -> note.message().contains("first step of the list"));
        assertThat(loan.definition().nodes().get("car-loan")).isNull();
        assertThat(loan.definition().nodes().get("car-loan-")).isInstanceOfSatisfying(Node.Operate.class, operate -> {
            assertThat(operate.with()).isEqualTo(Map.of("amount", "loanAmount", "kind", "'car\\'s'", "first", "true"));
            assertThat(operate.next()).isEqualTo("pause");
        });
        assertThat(loan.definition().nodes().get("amount-way")).isEqualTo(new Node.Decide(
                java.util.List.of(new Node.Case("loanAmount > 50000 && !vip", "large")), "route"));
        assertThat(loan.definition().nodes().get("route")).isEqualTo(new Node.Decide(
                java.util.List.of(new Node.Case("purpose == 'car'", "car-loan-"), new Node.Case("purpose == 'home'", "person")), "end"));
        assertThat(loan.definition().nodes().get("amount")).isInstanceOfSatisfying(Node.Ask.class,
                ask -> assertThat(ask.on()).isEqualTo(Map.of(Edge.GAVE_UP, "agent")));
    }

    @Test
    void a_model_that_chose_the_way_becomes_phrases_that_people_write() throws Exception {
        Imported refund = imported("refund");

        assertThat(refund.definition().nodes().get("sort")).isInstanceOfSatisfying(Node.Classify.class, classify -> {
            assertThat(classify.labels()).extracting(Node.Label::label).containsExactly("late", "wrong_amount");
            assertThat(classify.labels().getFirst().phrases().get("en")).containsExactly("my refund is late", "where is my refund");
            assertThat(classify.on()).isEqualTo(Map.of(Edge.UNSURE, "human"));
        });
        assertThat(refund.definition().nodes().get("sure")).isInstanceOfSatisfying(Node.Confirm.class, confirm -> {
            assertThat(confirm.operation()).isEqualTo("look-up");
            assertThat(confirm.on()).isEqualTo(Map.of(Edge.DECLINED, "bye"));
        });
        assertThat(refund.definition().nodes().get("happy")).isInstanceOfSatisfying(Node.Ask.class,
                ask -> assertThat(ask.answer().type()).hasToString("boolean"));
        assertThat(refund.definition().nodes().get("happy-way")).isEqualTo(new Node.Decide(
                java.util.List.of(new Node.Case("happy", "bye"), new Node.Case("!happy", "human")), "person"));
        assertThat(refund.definition().nodes().get("write")).isInstanceOfSatisfying(Node.Notify.class,
                notify -> assertThat(notify.template()).isEqualTo("REFUND_STATE"));
        assertThat(refund.notes()).anyMatch(note -> note.message().contains("bank's own templates"))
                .anyMatch(note -> note.message().contains("Nothing follows a person"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "[]", "[5]", "[{}]", "[{\"id\": \"a\"}]", "[{\"type\": \"end\"}]", "{\"steps\": {}}", "\"x\"", "", "[{\"id\": \"a\", \"id\": \"b\"}]",
        "[{\"id\": \"a\", \"type\": \"end\"}, {\"id\": \"a\", \"type\": \"end\"}]"
    })
    void what_is_no_list_of_steps_is_refused(String text) {
        assertThatThrownBy(() -> Definitions.fromSteps(text, "en")).isInstanceOf(BadDefinition.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[{\"id\": \"1\", \"type\": \"end\"}]",
        "[{\"id\": \"person\", \"type\": \"ask\"}, {\"id\": \"now\", \"type\": \"ask\", \"params\": {\"variable\": \"now\"}}]",
        "[{\"id\": \"a\", \"type\": \"condition\"}, {\"id\": \"a!\", \"type\": \"intent\"}, {\"id\": \"a?\", \"type\": \"wait\"}]",
        "[{\"id\": \"x\", \"type\": \"sms\", \"params\": []}, {\"id\": \"y\", \"type\": \"workflow\", \"conditions\": []}, {\"id\": \"z\", \"type\": \"?\"}]"
    })
    void even_odd_steps_become_a_definition_that_can_be_read_again(String text) throws Exception {
        Definition read = Definitions.fromSteps(text, "en").definition();
        assertThat(Definitions.read(Definitions.yaml(read))).isEqualTo(read);
    }
}
