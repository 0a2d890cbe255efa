package io.openteller.bench.patrons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openteller.bench.patrons.Script.Kind;
import io.openteller.bench.patrons.Script.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void of_a_hundred_messages_as_many_are_of_each_kind_as_is_said() {
        Script script = Script.of(Path.of("..", "demo", "banks"), "harbour");
        Random chance = new Random(3);
        List<List<Line>> conversations =
                Stream.generate(() -> script.conversation(chance)).limit(20_000).toList();
        assertThat(conversations).allMatch(lines -> lines.size() == 5);
        Map<Kind, Long> kinds = conversations.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Line::kind, Collectors.counting()));
        Map.of(Kind.KNOWLEDGE, 60, Kind.ACCOUNT, 15, Kind.PROCEDURE, 10, Kind.PERSON, 10, Kind.TALK, 5)
                .forEach((kind, percent) -> assertThat(kinds.getOrDefault(kind, 0L) / 1_000.0)
                        .as(kind.name())
                        .isCloseTo(percent, within(1.0)));
    }
}
