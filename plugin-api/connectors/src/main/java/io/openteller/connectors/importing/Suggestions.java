package io.openteller.connectors.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.connectors.importing.Imported.Call;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which operations a call could serve, by the words in its names and fields. A guess that a person decides on. */
public final class Suggestions {

    private static final double LEAST = 0.12;
    private static final double OF_NAMES = 0.7;
    private static final Set<String> EMPTY_WORDS = Set.of("the", "a", "an", "of", "by", "id", "get", "api", "v", "and", "for", "to", "or", "is", "it");
    /** What banks say for what the catalogue says. */
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("freeze", "block"), Map.entry("stop", "block"), Map.entry("suspend", "block"), Map.entry("hotlist", "block"),
            Map.entry("unfreeze", "unblock"), Map.entry("reissue", "replace"), Map.entry("txn", "transaction"),
            Map.entry("payee", "beneficiary"), Map.entry("party", "profile"), Map.entry("complaint", "dispute"),
            Map.entry("chargeback", "dispute"), Map.entry("emi", "schedule"), Map.entry("otp", "code"), Map.entry("lien", "hold"),
            Map.entry("movement", "transaction"), Map.entry("posting", "transaction"), Map.entry("transfer", "payment"));

    private final Map<OperationSpec, Set<String>> names = new HashMap<>();
    private final Map<OperationSpec, Set<String>> fields = new HashMap<>();
    private final Map<String, Integer> known = new HashMap<>();

    public Suggestions(Catalogue catalogue) {
        for (OperationSpec spec : catalogue.all()) {
            Set<String> words = words(spec.name().domain() + " " + spec.name().operation() + " " + spec.title());
            names.put(spec, words);
            words.forEach(word -> known.merge(word, 1, Integer::sum));
            Set<String> all = new HashSet<>();
            spec.input().path("properties").fieldNames().forEachRemaining(name -> all.addAll(words(name)));
            schemaFields(spec.output(), all);
            fields.put(spec, all);
        }
    }

    /** @param score above 0, at most 1 */
    public record Suggestion(String operation, double score) {}

    /** The likeliest first; at most five. */
    public List<Suggestion> of(Call call) {
        Set<String> name = words(call.id() + " " + call.path() + " " + (call.summary() == null ? "" : call.summary()));
        Set<String> inside = new HashSet<>();
        call.parameters().forEach(parameter -> inside.addAll(words(parameter.name())));
        sampleFields(call.sampleRequest(), inside);
        sampleFields(call.sampleResponse(), inside);
        boolean reads = call.method().equals("GET");
        return names.keySet().stream()
                // A GET changes nothing; what changes something may still only look something up by POST.
                .filter(spec -> !reads || !spec.hasEffect())
                .map(spec -> new Suggestion(spec.name().toString(), score(spec, name, inside)))
                .filter(one -> one.score() >= LEAST)
                .sorted(Comparator.comparingDouble(Suggestion::score).reversed().thenComparing(Suggestion::operation))
                .limit(5)
                .toList();
    }

    private double score(OperationSpec spec, Set<String> name, Set<String> inside) {
        return OF_NAMES * weighed(names.getOrDefault(spec, Set.of()), name)
                + (1 - OF_NAMES) * weighed(fields.getOrDefault(spec, Set.of()), inside);
    }

    /** What both have, of what the operation has; rare words weigh more. */
    private double weighed(Set<String> wanted, Set<String> there) {
        double all = wanted.stream().mapToDouble(this::weight).sum();
        return all == 0 ? 0 : wanted.stream().filter(there::contains).mapToDouble(this::weight).sum() / all;
    }

    private double weight(String word) {
        return 1.0 / known.getOrDefault(word, 1);
    }

    private static void schemaFields(JsonNode schema, Set<String> into) {
        schema.path("properties").properties().forEach(field -> {
            into.addAll(words(field.getKey()));
            schemaFields(field.getValue(), into);
        });
        if (schema.has("items")) {
            schemaFields(schema.path("items"), into);
        }
    }

    private static void sampleFields(JsonNode sample, Set<String> into) {
        sample.properties().forEach(field -> {
            into.addAll(words(field.getKey()));
            sampleFields(field.getValue(), into);
        });
        if (sample.isArray() && !sample.isEmpty()) {
            sampleFields(sample.get(0), into);
        }
    }

    static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Arrays.stream(text.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .map(Suggestions::stem)
                .filter(word -> word.length() > 1 && !EMPTY_WORDS.contains(word))
                .forEach(words::add);
        return words;
    }

    private static String stem(String word) {
        String stem = word.endsWith("ies")
                ? word.substring(0, word.length() - 3) + "y"
                : word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") ? word.substring(0, word.length() - 1) : word;
        return SAME.getOrDefault(stem, stem);
    }
}
