package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.IntentGuess.Tier;
import java.util.ArrayList;
import java.util.List;

/** Something customers want, and messages that ask for it. */
record Intent(String name, Tier tier, String description, List<Example> examples) {

    /** @param language BCP 47 tag of the section that the message stands in */
    record Example(String language, String text) {}

    /** The intents that every bank starts with, as {@code understanding/intents.txt} lists them. */
    static List<Intent> starters() {
        return ResourceLines.of("intents.txt").stream()
                .map(name -> parse(ResourceLines.of("intents/" + name + ".txt")))
                .toList();
    }

    /** First line {@code name | tier | description}; then messages, one a line, under {@code # language} lines. */
    private static Intent parse(List<String> lines) {
        String[] head = lines.getFirst().split(" \\| ", 3);
        List<Example> examples = new ArrayList<>();
        String language = "en";
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("# ")) {
                language = line.substring(2);
            } else {
                examples.add(new Example(language, line));
            }
        }
        return new Intent(head[0], Tier.valueOf(head[1]), head[2], List.copyOf(examples));
    }
}
