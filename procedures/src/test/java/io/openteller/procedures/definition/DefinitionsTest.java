package io.openteller.procedures.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final Schemas schemas = new Schemas();

    static String good(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/good", name + ".yaml"));
    }

    private static List<Fault> faults(String text) {
        return catchThrowableOfType(BadDefinition.class, () -> Definitions.read(text)).faults();
    }

    @Test
    void yaml_says_what_the_record_holds() throws Exception {
        Definition read = Definitions.read(good("block-card"));
        assertThat(read.start()).isEqualTo("who");
        assertThat(read.nodes().get("which")).isInstanceOfSatisfying(Node.Ask.class, ask -> {
            assertThat(ask.answer().type()).isEqualTo(new VariableType.Reference("card"));
            assertThat(ask.attempts()).isEqualTo(3);
            assertThat(ask.on()).containsEntry(Node.Edge.GAVE_UP, "person").containsEntry(Node.Edge.TIMEOUT, "bye");
        });
        assertThat(Definitions.read(good("every-node")).nodes().get("pause"))
                .isInstanceOfSatisfying(Node.Wait.class, wait -> assertThat(wait.within()).isEqualTo(Duration.ofHours(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"block-card", "every-node"})
    void what_is_written_is_read_again_as_the_same_in_both_forms(String name) throws Exception {
        Definition first = Definitions.read(good(name));
        assertThat(Definitions.read(Definitions.json(first))).isEqualTo(first);
        assertThat(Definitions.read(Definitions.yaml(first))).isEqualTo(first);
        assertThat(Definitions.of(Definitions.tree(first))).isEqualTo(first);
        assertThat(schemas.faults(MAPPER.readTree(Definitions.schema()), Definitions.json(first))).isEmpty();
    }

    @Test
    void the_order_in_which_it_was_written_leaves_no_trace() throws Exception {
        Definition first = Definitions.read(good("every-node"));
        ObjectNode turned = MAPPER.createObjectNode();
        ObjectNode tree = Definitions.tree(first);
        List<String> names = tree.propertyStream().map(java.util.Map.Entry::getKey).collect(Collectors.toList()).reversed();
        names.forEach(name -> turned.set(name, tree.get(name)));
        ObjectNode nodes = turned.putObject("nodes");
        tree.get("nodes").propertyStream().sorted(java.util.Map.Entry.<String, com.fasterxml.jackson.databind.JsonNode>comparingByKey().reversed())
                .forEach(node -> nodes.set(node.getKey(), node.getValue()));
        assertThat(Definitions.yaml(Definitions.of(turned))).isEqualTo(Definitions.yaml(first));
    }

    @Test
    void written_yaml_is_what_people_would_write() throws Exception {
        assertThat(Definitions.yaml(Definitions.read(good("block-card"))))
                .startsWith("id: block-card\ntitle:\n  en: Block a card\n")
                .contains("    on:\n      timeout: bye\n      gaveUp: person\n")
                .contains("      card: reference:card\n".stripLeading());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            attempts: 3              | attempts: 9             | which | attempts        | a whole number from 1 to 5
            attempts: 3              | attempts: many          | which | attempts        | a whole number from 1 to 5
            attempts: 3              | tries: 3                | which | tries           | is not known here
            into: card\\n            | to: card\\n             | which | into            | is missing
            type: verify             | type: prove             | who   | type            | it must be one of ask, verify
            who: {type               | who: []\\n  whom: {type    | who   | ``              | a group of fields
            level: STEPPED_UP        | level: ANONYMOUS        | who   | level           | everybody is
            level: STEPPED_UP        | level: SURE             | who   | level           | one of ANONYMOUS, IDENTIFIED, STEPPED_UP
            methods: [CODE]          | methods: []             | who   | methods         | has no entry
            methods: [CODE]          | methods: [CODE, CODE]   | who   | methods         | the same entry twice
            methods: [CODE]          | methods: [CODE, TAROT]  | who   | methods[1]      | it must be one of
            failed: person           | broken: person          | who   | on.broken       | is not known here; there are timeout
            failed: person           | failed: [person]        | who   | on.failed       | must be text
            cards.block/v1\\n        | cards_block\\n          | block | operation       | such as cards.block/v1
            reason: "'LOST'"         | reason: 5               | block | with.reason     | write it in quotes
            value: it.card           | values: it.card         | which | answer.values   | is not known here
            from: cards.cards        | choices: []             | which | answer.from     | go together
            outcome: DONE            | outcome: FINE           | done  | outcome         | it must be one of DONE
            outcome: DONE, text      | outcome: DONE, words    | done  | words           | is not known here
            when: "size(cards.cards) == 0" | when: ""          | any   | cases[0].when   | must not be empty
            team: cards              | team: The Cards         | person | team           | such as cards
            start: who               | start: 5                |       | start           | must be text
            start: who               | begin: who              |       | begin           | is not known here
            reference:card",         | card",                  |       | variables.card  | which is no type
            id: block-card           | id: Block Card          |       | id              | such as block-card
            id: block-card           | id: [block-card]        |       | id              | must be text
            variables: {cards:       | variables: {customer:   |       | variables.customer | means something else
            title: {en: Block a card, hi: कार्ड ब्लॉक करें} | title: {english: Block} | | title.english | such as en
            """)
    void a_mistake_is_named_with_its_node_and_field(String right, String wrong, String node, String field, String says) throws Exception {
        String text = good("block-card").replace(right.translateEscapes(), wrong.translateEscapes());
        assertThat(text).isNotEqualTo(good("block-card"));
        assertThat(faults(text)).anySatisfy(fault -> {
            assertThat(fault.node()).isEqualTo(node);
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.message()).contains(says, field);
        });
        assertThat(schemas.faults(MAPPER.readTree(Definitions.schema()), asJson(text)))
                .as("the published schema says no too").isNotEmpty();
    }

    private static String asJson(String yaml) throws Exception {
        return new StrictTree().read(yaml).toString();
    }

    @Test
    void every_mistake_is_found_at_once() throws Exception {
        assertThat(faults(good("block-card").replace("attempts: 3", "attempts: 30").replace("outcome: DONE", "outcome: OK")
                        .replace("type: confirm", "type: konfirm")))
                .extracting(Fault::node).containsExactlyInAnyOrder("which", "sure", "done");
    }

    @Test
    void a_field_written_twice_is_refused_in_both_forms() throws Exception {
        assertThat(faults(good("block-card").replace("    attempts: 3\n", "    attempts: 3\n    attempts: 4\n")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.node()).isEqualTo("which");
                    assertThat(fault.field()).isEqualTo("attempts");
                    assertThat(fault.message()).contains("written twice", "line ");
                });
        String json = Definitions.json(Definitions.read(good("block-card")));
        assertThat(faults(json.replace("\"attempts\" : 3,", "\"attempts\" : 3, \"attempts\" : 4,")))
                .singleElement().satisfies(fault -> assertThat(fault.node()).isEqualTo("which"));
        assertThat(faults(json.replace("\"id\" :", "\"id\" : \"a\", \"id\" :")))
                .singleElement().satisfies(fault -> assertThat(fault.field()).isEqualTo("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a: &a [x, x]\nb: *a\n", "a: *a\n", "a: !!java.net.URL [x]\n", "a: !!str 5\n", "<<: {a: b}\n",
        "a: 1\n---\nb: 2\n", "{\"a\": 1} {\"b\": 2}", "", "   ", "# nothing\n", "{", "a: [", "\"", "a: {b: [}",
        "{\"a\": 123456789012345678901234567890}", "\t- a", "%TAG", "\u0000"
    })
    void what_is_not_a_plain_tree_is_refused_without_a_trace_of_the_parser(String text) {
        assertThat(faults(text)).singleElement().satisfies(fault -> assertThat(fault.message())
                .startsWith("The definition ").doesNotContain("Exception", "com.fasterxml", "snakeyaml"));
    }

    @Test
    void a_bomb_of_aliases_is_refused_before_it_goes_off() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, "*a" + (i - 1)))));
        }
        assertThat(faults(bomb.toString())).singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("anchor or alias"));
    }

    @Test
    void what_is_too_large_is_refused() throws Exception {
        assertThat(faults("# " + "x".repeat(Definitions.MAX_BYTES))).singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("1 MB"));
        assertThat(faults("[".repeat(5000))).singleElement()
                .satisfies(fault -> assertThat(fault.message()).containsAnyOf("nested", "JSON"));
        assertThat(faults("a: " + "[".repeat(5000))).singleElement()
                .satisfies(fault -> assertThat(fault.message()).containsAnyOf("nested", "YAML"));
        String nodes = IntStream.rangeClosed(0, Definitions.MAX_NODES)
                .mapToObj(i -> "  n" + i + ": {type: end, outcome: DONE}\n").collect(Collectors.joining());
        String text = "id: big\ntitle: {en: Big}\nstart: n0\nnodes:\n" + nodes;
        assertThat(faults(text)).singleElement().satisfies(fault -> assertThat(fault.message()).contains("more than 500 nodes"));
        assertThat(Definitions.read(text.replace("  n500: {type: end, outcome: DONE}\n", "")).nodes()).hasSize(500);
    }
}
