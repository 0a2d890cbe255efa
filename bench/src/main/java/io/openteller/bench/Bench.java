package io.openteller.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code eval <suite> --option value …}: progress on standard error, tables on standard output, and as its last line one JSON
 * object with the metrics. Exit 1 when something that must hold does not, 2 when what was given cannot be used.
 */
public final class Bench {

    private static final int UNUSABLE = 2;

    private final String verb;
    private final List<Suite> suites;
    private final PrintStream out;
    private final PrintStream err;

    Bench(PrintStream out, PrintStream err) {
        this("eval", Suites.ALL, out, err);
    }

    /** @param verb as it is written after {@code ./openteller} */
    Bench(String verb, List<Suite> suites, PrintStream out, PrintStream err) {
        this.verb = verb;
        this.suites = suites;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        // Not every library's threads are daemons.
        System.exit(new Bench(out, err).run(List.of(args)));
    }

    /** @return the exit code */
    int run(List<String> words) {
        if (words.isEmpty() || words.getFirst().equals("--help")) {
            (words.isEmpty() ? err : out).println(Suites.usage(verb, suites));
            return words.isEmpty() ? UNUSABLE : 0;
        }
        try {
            Suite suite = Suites.named(suites, words.getFirst())
                    .orElseThrow(() -> new BadInput("no suite '" + words.getFirst() + "'; there are: " + Suites.names(suites)));
            Options options = Options.parse(words.subList(1, words.size()), suite.usage());
            Report report = suite.run(options, line -> err.println(verb + " " + suite.name() + ": " + line));
            out.println(report.forPeople());
            out.println(new JsonMapper().writeValueAsString(report.metrics()));
            return report.isFailed() ? 1 : 0;
        } catch (BadInput unusable) {
            err.println(verb + ": " + unusable.getMessage());
            return UNUSABLE;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
