package io.openteller.procedures.command;

import io.openteller.operations.Catalogue;
import io.openteller.procedures.check.Checker;
import io.openteller.procedures.check.Finding;
import io.openteller.procedures.definition.BadDefinition;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Says what is wrong with procedures. The procedures that they call are looked for among the files given, and"
                + " then in the folder of the file that calls them, as ID.yaml, ID.yml or ID.json.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "definitions, in YAML or JSON")
    private List<Path> files = List.of();

    @Option(names = "--languages", split = ",", paramLabel = "TAG", description = "in which every text must exist (en)")
    private Set<String> languages = Set.of("en");

    @Override
    public Integer call() throws IOException {
        Map<String, Definition> known = new LinkedHashMap<>();
        Map<Path, List<Finding>> unreadable = new LinkedHashMap<>();
        Map<Path, Definition> readable = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                Definition definition = Files.definition(file);
                readable.put(file, definition);
                known.put(definition.id(), definition);
            } catch (BadDefinition bad) {
                unreadable.put(file, Checker.of(bad));
            }
        }
        for (Map.Entry<Path, Definition> one : Map.copyOf(readable).entrySet()) {
            beside(one.getKey(), one.getValue(), known);
        }
        Checker checker = new Checker(Catalogue.standard(), languages, known);
        int wrong = 0;
        for (Path file : files) {
            Definition definition = readable.get(file);
            List<Finding> findings = definition == null ? unreadable.getOrDefault(file, List.of()) : checker.check(definition);
            findings.forEach(finding -> help.say(file + ": " + line(finding)));
            wrong += findings.size();
        }
        help.say(wrong == 0 ? "Nothing is wrong." : wrong == 1 ? "1 finding." : wrong + " findings.");
        return wrong == 0 ? 0 : 1;
    }

    private static String line(Finding finding) {
        return (finding.node() == null ? "" : finding.node() + ": ") + finding.message() + " [" + finding.rule() + "]";
    }

    private static void beside(Path file, Definition definition, Map<String, Definition> known) throws IOException {
        Deque<Definition> open = new ArrayDeque<>(List.of(definition));
        while (!open.isEmpty()) {
            for (Node node : open.pop().nodes().values()) {
                if (node instanceof Node.Subflow subflow && !known.containsKey(subflow.procedure())) {
                    Optional<Definition> found = find(file.toAbsolutePath(), subflow.procedure());
                    found.ifPresent(called -> {
                        known.put(called.id(), called);
                        open.push(called);
                    });
                }
            }
        }
    }

    private static Optional<Definition> find(Path beside, String procedure) throws IOException {
        for (String kind : List.of(".yaml", ".yml", ".json")) {
            Path file = beside.resolveSibling(procedure + kind);
            if (java.nio.file.Files.isRegularFile(file)) {
                try {
                    return Optional.of(Files.definition(file)).filter(definition -> definition.id().equals(procedure));
                } catch (BadDefinition bad) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
