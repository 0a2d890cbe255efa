package io.openteller.procedures.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.definition.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private static final Bank INDIAN = new Bank(ZoneId.of("Asia/Kolkata"), List.of("hi", "en"), "INR");
    private static final Bank BRITISH = new Bank(ZoneId.of("Europe/London"), List.of("en"), "GBP");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            en      | 21 November 2026, 2:05 pm                 | 1 March 2026    | yes  | no    | 4821, Asha and 12
            hi      | 21 नवंबर 2026, दोपहर 2:05 बजे              | 1 मार्च 2026     | हाँ   | नहीं  | 4821, Asha और 12
            hi-Latn | 21 November 2026, dopahar 2:05 baje       | 1 March 2026    | haan | nahi  | 4821, Asha aur 12
            """)
    void values_are_written_for_people(String language, String time, String day, String yes, String no, String list) {
        Map<String, String> same = Map.of(language, "${at}|${on}|${t}|${f}|${l}");

        assertThat(written(INDIAN, language, same)).isEqualTo(new Written.Text(
                String.join("|", time, day, yes, no, list), List.of(time, day, yes, no, list)));
    }

    @Test
    void numbers_are_grouped_as_the_bank_s_country_does() {
        assertThat(text(INDIAN, "en", Map.of("en", "${1234567} ${7.25} ${12}"))).isEqualTo("12,34,567 7.25 12");
        assertThat(text(BRITISH, "en", Map.of("en", "${1234567} ${-7.25}"))).isEqualTo("1,234,567 -7.25");
    }

    @Test
    void rows_are_a_bulleted_list() {
        String rows = "${[1, 2].map(one, [on, money(one * 100, 'GBP')])}";

        assertThat(text(BRITISH, "en", Map.of("en", rows))).isEqualTo("- 1 March 2026, £1\n- 1 March 2026, £2");
    }

    @Test
    void times_are_the_bank_s() {
        assertThat(text(BRITISH, "en", Map.of("en", "${at}"))).isEqualTo("21 November 2026, 8:35 am");
    }

    @Test
    void a_language_that_the_text_does_not_have_falls_back_to_the_bank_s_first() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("en", "English ${t}");
        texts.put("hi", "हिंदी ${t}");

        assertThat(text(INDIAN, "ta", texts)).isEqualTo("हिंदी हाँ");
        assertThat(text(INDIAN, "hi-Latn", texts)).isEqualTo("हिंदी हाँ");
        assertThat(text(INDIAN, "en-IN", texts)).isEqualTo("English yes");
        assertThat(text(BRITISH, "ta", texts)).isEqualTo("English yes");
    }

    @Test
    void braces_of_maps_and_quotes_do_not_end_an_expression() {
        assertThat(text(INDIAN, "en", Map.of("en", "a ${{'x': '}'}.x} b ${\"}\"} c"))).isEqualTo("a } b } c");
        assertThat(Templates.expressions("${a} and ${ {'b': 1}.b }")).containsExactly("a", "{'b': 1}.b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${absent}", "${nothing}", "${whole}", "${t", "${}", "${[nothing]}", "${[[1], 2]}", "${[[[1]]]}"})
    void what_cannot_be_told_is_a_fault(String template) {
        assertThat(written(INDIAN, "en", Map.of("en", template))).isInstanceOf(Written.Fault.class);
    }

    private static String text(Bank bank, String language, Map<String, String> texts) {
        assertThat(written(bank, language, texts)).isInstanceOf(Written.Text.class);
        return ((Written.Text) written(bank, language, texts)).text();
    }

    private static Written written(Bank bank, String language, Map<String, String> texts) {
        ObjectNode variables = new ObjectMapper().createObjectNode();
        variables.put("at", "2026-11-21T08:35:00Z").put("on", "2026-03-01").put("t", true).put("f", false);
        variables.putNull("nothing").putObject("whole").put("a", 1);
        variables.putArray("l").add("4821").add("Asha").add(12);
        Scope scope = new Scope(variables, language, Assurance.ANONYMOUS, Instant.EPOCH, "", "REF-1", null);
        return new Templates(new Expressions(bank.zone()), bank).write(new Wording(texts), scope);
    }
}
