package io.openteller.bench.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The {@code --name value} pairs after the suite's name. */
public final class Options {

    private static final Pattern NAME = Pattern.compile("--[a-z][a-z0-9-]*");

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /** @param usage the options that there are, as {@code --name} words among others */
    public static Options parse(List<String> words, String usage) {
        List<String> known = NAME.matcher(usage).results().map(MatchResult::group).toList();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!known.contains(name)) {
                throw new BadInput("unknown option '" + name + "'; there are: " + usage);
            }
            if (i + 1 == words.size() || NAME.matcher(words.get(i + 1)).matches()) {
                throw new BadInput("option " + name + " needs a value");
            }
            if (values.put(name, words.get(i + 1)) != null) {
                throw new BadInput("option " + name + " is given twice");
            }
        }
        return new Options(values);
    }

    /** A file that must be given and be readable. */
    public Path file(String name) {
        return optionalFile(name).orElseThrow(() -> new BadInput("option " + name + " is needed"));
    }

    public Optional<Path> optionalFile(String name) {
        return text(name).map(path -> readable(name, path));
    }

    public Optional<Path> folder(String name) {
        return text(name).map(Path::of);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A whole number from 0 up. */
    public int number(String name, int otherwise) {
        return text(name).map(given -> whole(name, given, "[0-9]{1,9}", "a number")).orElse(otherwise);
    }

    /** A whole number from 1 up. */
    public int count(String name, int otherwise) {
        return text(name).map(given -> whole(name, given, "[1-9][0-9]{0,8}", "a number from 1 up")).orElse(otherwise);
    }

    /** Such as {@code 60s}; empty if it is not given. */
    public Optional<Duration> seconds(String name) {
        return text(name).map(given -> {
            if (!given.matches("[1-9][0-9]{0,4}s")) {
                throw new BadInput(name + ": seconds such as 60s");
            }
            return Duration.ofSeconds(Integer.parseInt(given.substring(0, given.length() - 1)));
        });
    }

    private static int whole(String name, String given, String form, String what) {
        if (!given.matches(form)) {
            throw new BadInput(name + ": " + what);
        }
        return Integer.parseInt(given);
    }

    private static Path readable(String name, String path) {
        Path file = Path.of(path);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BadInput(name + ": no readable file " + path);
        }
        return file;
    }
}
