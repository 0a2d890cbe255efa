package io.openteller.bench.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationFitTest {

    private static final Path SHIPPED =
            Path.of("..", "platform-api", "src", "main", "resources", "answer");

    @Test
    void what_is_shipped_was_fitted_on_the_development_questions_as_they_are_now() throws IOException {
        assertThat(Files.readAllLines(SHIPPED.resolve("calibration.txt")))
                .contains("# questions " + Bank.hash(Banks.toLearnFrom()));
        assertThat(Files.readAllLines(SHIPPED.resolve("ranking.txt")))
                .contains("# questions " + Bank.hash(Banks.toLearnFrom()));
    }

    @Test
    void the_same_replies_give_the_same_lines() {
        assertThat(CalibrationFit.lines(replies(), "h")).isEqualTo(CalibrationFit.lines(replies(), "h"));
    }

    @Test
    void a_part_that_speaks_against_an_answer_has_no_weight() {
        assertThat(CalibrationFit.lines(replies(), "h"))
                .anyMatch(line -> line.startsWith("weight helps "))
                .noneMatch(line -> line.startsWith("weight hinders "));
    }

    @Test
    void the_levels_never_go_down() {
        List<Double> shares = CalibrationFit.lines(replies(), "h").stream()
                .filter(line -> line.startsWith("level"))
                .map(line -> Double.valueOf(line.split(" ")[2]))
                .toList();
        assertThat(shares).hasSizeGreaterThan(1).isSorted();
    }

    private static List<Example> replies() {
        return IntStream.range(0, 80)
                .mapToObj(i -> new Example(
                        "question " + i, i % 4 != 0, parts(i / 80d), i > 40 || i % 9 == 0))
                .toList();
    }

    private static Map<String, Double> parts(double helps) {
        return Map.of("helps", helps, "hinders", 1 - helps, "own bank", 1d, "kind of answer", 1d);
    }
}
