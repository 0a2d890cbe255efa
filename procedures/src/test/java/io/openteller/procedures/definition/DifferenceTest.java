package io.openteller.procedures.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.openteller.procedures.definition.Difference.Change;
import io.openteller.procedures.definition.Difference.EdgeChange;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static Difference difference(String... fromAndTo) throws Exception {
        String text = DefinitionsTest.good("block-card");
        String changed = text;
        for (int i = 0; i < fromAndTo.length; i += 2) {
            assertThat(changed).contains(fromAndTo[i]);
            changed = changed.replace(fromAndTo[i], fromAndTo[i + 1]);
        }
        return Difference.between(Definitions.read(text), Definitions.read(changed));
    }

    @Test
    void the_same_definition_in_another_order_is_no_difference() throws Exception {
        assertThat(difference("{en: Block a card, hi: कार्ड ब्लॉक करें}", "{hi: कार्ड ब्लॉक करें, en: Block a card}").isEmpty()).isTrue();
    }

    @Test
    void changed_fields_are_named_by_their_path() throws Exception {
        Difference difference = difference("en: Block a card,", "en: Stop a card,", "attempts: 3", "attempts: 2", "value: it.card", "value: it.card ");
        assertThat(difference.fields())
                .containsExactly(new Change("title.en", TextNode.valueOf("Block a card"), TextNode.valueOf("Stop a card")));
        assertThat(difference.changed()).singleElement().satisfies(node -> {
            assertThat(node.node()).isEqualTo("which");
            assertThat(node.fields()).extracting(Change::field).containsExactly("attempts");
        });
        assertThat(difference.edges()).isEmpty();
    }

    @Test
    void a_node_in_between_is_added_with_its_ways_and_moves_one() throws Exception {
        Difference difference = difference("next: sure\n", "next: hold\n", "  sure:", "  hold: {type: answer, text: {en: One moment., hi: एक क्षण।}, next: sure}\n  sure:");
        assertThat(difference.added()).containsExactly("hold");
        assertThat(difference.removed()).isEmpty();
        assertThat(difference.changed()).isEmpty();
        assertThat(difference.edges()).containsExactlyInAnyOrder(
                new EdgeChange("which", "next", "sure", "hold"), new EdgeChange("hold", "next", null, "sure"));
    }

    @Test
    void a_node_that_is_gone_takes_its_ways_along() throws Exception {
        Difference difference = difference("otherwise: which", "otherwise: person", "{when: \"size(cards.cards) == 0\", next: none}", "{when: \"size(cards.cards) == 1\", next: which}",
                "  none: {type: end, outcome: NOTHING_TO_DO, text: {en: You have no card with us., hi: आपके पास हमारा कोई कार्ड नहीं है।}}\n", "");
        assertThat(difference.removed()).containsExactly("none");
        assertThat(difference.changed()).singleElement().satisfies(node ->
                assertThat(node.fields()).extracting(Change::field).containsExactly("cases[0].when"));
        assertThat(Set.copyOf(difference.edges())).isEqualTo(Set.of(
                new EdgeChange("any", "cases[0]", "none", "which"), new EdgeChange("any", "otherwise", "which", "person")));
    }

    @Test
    void another_type_of_node_is_a_change_of_all_its_fields() throws Exception {
        Difference difference = difference("bye: {type: end, outcome: STOPPED, text: {en: Nothing was changed., hi: कुछ नहीं बदला गया।}}",
                "bye: {type: wait, within: PT1H, next: person}");
        assertThat(difference.changed()).singleElement().satisfies(node -> assertThat(node.fields()).extracting(Change::field)
                .containsExactlyInAnyOrder("type", "within", "outcome", "text.en", "text.hi"));
        assertThat(difference.edges()).containsExactly(new EdgeChange("bye", "next", null, "person"));
    }
}
