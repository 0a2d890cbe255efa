package io.openteller.bench.input;

import java.nio.file.Files;
import java.nio.file.Path;
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

    private static Path readable(String name, String path) {
        Path file = Path.of(path);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BadInput(name + ": no readable file " + path);
        }
        return file;
    }
}
