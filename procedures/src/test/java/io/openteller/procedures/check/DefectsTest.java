package io.openteller.procedures.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code defects} says at its top what is wrong with it; it must be refused for that, and for nothing else. */
class DefectsTest {

    private static final Path DEFECTS = Path.of("src/test/resources/defects");
    private static final Pattern EXPECTED = Pattern.compile("(?m)^# expect: ([A-Z_]+) (\\S+)$");
    private static final Pattern LANGUAGES = Pattern.compile("(?m)^# languages: (.+)$");

    static Stream<Path> defects() throws Exception {
        return yaml(DEFECTS).stream();
    }

    static Stream<Path> good() throws Exception {
        return yaml(Path.of("src/test/resources/good")).stream();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void a_defect_is_refused_for_its_own_reason_alone(Path file) throws Exception {
        String text = Files.readString(file);
        List<Finding> findings = checker(text).check(text);

        assertThat(findings).as("%s", findings).hasSize(1);
        assertThat(findings.getFirst().rule()).as("%s", findings).isEqualTo(Rule.valueOf(expected(text).group(1)));
        assertThat(findings.getFirst().node()).as("%s", findings)
                .isEqualTo(expected(text).group(2).equals("-") ? null : expected(text).group(2));
        assertThat(findings.getFirst().message()).matches("(?s)[A-Z'a-z].*\\.").hasSizeLessThan(400);
    }

    @ParameterizedTest
    @MethodSource("good")
    void nothing_is_wrong_with_a_good_one(Path file) throws Exception {
        Map<String, Definition> known = known(Path.of("src/test/resources/good"));
        assertThat(new Checker(TestCatalogue.CATALOGUE, Set.of("en"), known).check(Files.readString(file))).isEmpty();
    }

    @Test
    void there_is_a_defect_for_every_rule() throws Exception {
        Set<Rule> shown = EnumSet.noneOf(Rule.class);
        for (Path file : yaml(DEFECTS)) {
            shown.add(Rule.valueOf(expected(Files.readString(file)).group(1)));
        }
        assertThat(shown).containsExactlyInAnyOrder(Rule.values());
    }

    private static Matcher expected(String text) {
        Matcher expected = EXPECTED.matcher(text);
        assertThat(expected.find()).as("says what is wrong: %s", text).isTrue();
        return expected;
    }

    private static Checker checker(String text) throws Exception {
        Matcher languages = LANGUAGES.matcher(text);
        return new Checker(
                TestCatalogue.CATALOGUE,
                languages.find()
                        ? Arrays.stream(languages.group(1).split(",")).map(String::strip).collect(Collectors.toSet())
                        : Set.of("en"),
                known(DEFECTS.resolve("beside")));
    }

    private static Map<String, Definition> known(Path folder) throws Exception {
        Map<String, Definition> known = new TreeMap<>();
        for (Path file : yaml(folder)) {
            Definition definition = Definitions.read(Files.readString(file));
            known.put(definition.id(), definition);
        }
        return known;
    }

    private static List<Path> yaml(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }
}
