package io.openteller.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of docs whose commands can be followed: fenced blocks of {@code sh}, each with what one sees in {@code text} below it. */
record Guide(List<Step> steps) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|text)\\n(.*?)^```$");

    /** @param seen lines that come in this order, others between them; {@code …} in them stands for anything */
    record Step(String commands, List<String> seen) {

        /** Lines of the page that did not come. */
        List<String> missing(String output) {
            List<String> missing = new ArrayList<>();
            List<String> came = output.lines().toList();
            int from = 0;
            for (String line : seen) {
                Pattern wanted = pattern(line);
                int at = from;
                while (at < came.size() && !wanted.matcher(came.get(at)).matches()) {
                    at++;
                }
                if (at == came.size()) {
                    missing.add(line);
                } else {
                    from = at + 1;
                }
            }
            return missing;
        }

        private static Pattern pattern(String line) {
            return Pattern.compile(Arrays.stream(line.strip().split("…", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*", "\\s*", "\\s*")));
        }
    }

    static Guide read(Path page) throws IOException {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(page));
        int end = -1;
        String between = Files.readString(page);
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                steps.add(new Step(block.group(2), List.of()));
                end = block.end();
            } else if (end >= 0 && between.substring(end, block.start()).isBlank()) {
                Step last = steps.removeLast();
                steps.add(new Step(last.commands(), block.group(2).lines().filter(line -> !line.isBlank()).toList()));
            }
        }
        return new Guide(List.copyOf(steps));
    }
}
