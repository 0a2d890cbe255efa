package io.openteller.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings as nobody should enter them, made from good ones and their schema. */
final class Garbage {

    private static final Pattern PROPERTY =
            Pattern.compile("\"([A-Za-z][A-Za-z0-9]*)\"\\s*:\\s*\\{([^{}]*\"type\"[^{}]*)\\}");

    /** None can be the name of a file: nothing is written anywhere. */
    private static final List<String> TEXTS = List.of("", " ", "\u0000", "a\u0000secretword");

    private static final List<String> NUMBERS = List.of("-1", "1e9", "99999999999999999999", "\u0661\u0662");

    private Garbage() {}

    static List<Map<String, String>> of(Map<String, String> good, String schema) {
        List<Map<String, String>> all = new ArrayList<>();
        all.add(Map.of());
        Set<String> names = new TreeSet<>(good.keySet());
        Map<String, String> properties = properties(schema);
        names.addAll(properties.keySet());
        for (String text : TEXTS) {
            Map<String, String> everything = new HashMap<>();
            names.forEach(name -> everything.put(name, text));
            all.add(everything);
        }
        for (String name : names) {
            boolean number = properties.getOrDefault(name, "").matches("(?s).*\"(integer|number)\".*");
            for (String text : number ? NUMBERS : TEXTS) {
                Map<String, String> one = new HashMap<>(good);
                one.put(name, text);
                all.add(one);
            }
        }
        return all;
    }

    /** Names of the settings that nobody may see again. */
    static Set<String> secrets(String schema) {
        Set<String> secrets = new TreeSet<>();
        properties(schema).forEach((name, described) -> {
            if (described.matches("(?s).*\"writeOnly\"\\s*:\\s*true.*")) {
                secrets.add(name);
            }
        });
        return secrets;
    }

    private static Map<String, String> properties(String schema) {
        Map<String, String> found = new HashMap<>();
        for (Matcher each = PROPERTY.matcher(schema); each.find(); ) {
            found.put(each.group(1), each.group(2));
        }
        return found;
    }
}
