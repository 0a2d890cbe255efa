package io.openteller.platform.isolation;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.isolation.Attempts.Seen;
import io.openteller.platform.isolation.Repositories.Entry;
import io.openteller.platform.tenancy.Tenant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The same calls in four worlds: neither bank has rows, the other has, the caller has, both have. A wall between banks
 * means that whatever the other has, the caller cannot tell.
 */
final class Worlds {

    private final Attempts attempts;
    private final TwinRows rows;
    private final Tenant caller;
    private final Tenant other;
    private final List<Entry> entries;
    private final Map<String, Set<String>> touched = new TreeMap<>();
    private final Set<String> reaching = new TreeSet<>();
    private final Map<String, String> impossible = new TreeMap<>();
    private final Map<Integer, Map<String, Seen>> alone = new HashMap<>();
    private final Map<Integer, Map<String, Seen>> own = new HashMap<>();

    Worlds(ApplicationContext platform, TwinRows rows, Tenant caller, Tenant other, Set<String> notTried) {
        this.attempts = new Attempts(platform);
        this.rows = rows;
        this.caller = caller;
        this.other = other;
        this.entries = Repositories.methods().stream()
                .filter(entry -> !notTried.contains(entry.name()))
                .toList();
    }

    /** What the caller sees while the other bank has nothing: what everything else is compared with. */
    void learn() {
        for (int variant = 0; variant < TwinRows.VARIANTS; variant++) {
            rows.clear();
            alone.put(variant, all(entries, variant));
            rows.plant(caller.id(), variant);
            Map<String, Seen> withOwn = all(entries, variant);
            own.put(variant, withOwn);
            alone.get(variant).forEach((name, seen) -> {
                if (!seen.seen().equals(withOwn.getOrDefault(name, seen).seen())) {
                    reaching.add(name);
                }
            });
        }
        rows.clear();
    }

    /** @return one line for each call by which the caller can tell that the other bank has rows */
    List<String> leaks(Collection<String> names) {
        Map<String, String> leaks = new TreeMap<>();
        for (int variant = 0; variant < TwinRows.VARIANTS; variant++) {
            leaks.putAll(leaks(names, variant, false));
            leaks.putAll(leaks(names, variant, true));
        }
        rows.clear();
        return List.copyOf(leaks.values());
    }

    /** In one state of the rows, and with rows of the caller's own or without. */
    Map<String, String> leaks(Collection<String> names, int variant, boolean withOwn) {
        plant(variant, withOwn);
        Map<String, String> before = rows.digest(other.id());
        Map<String, String> leaks = compared(names, variant, withOwn);
        if (!rows.digest(other.id()).equals(before)) {
            leaks.put("", "rows of the other bank have changed");
        }
        return leaks;
    }

    void plant(int variant, boolean withOwn) {
        rows.clear();
        rows.plant(other.id(), variant);
        if (withOwn) {
            rows.plant(caller.id(), variant);
        }
    }

    /** With what is planted. */
    Map<String, String> compared(Collection<String> names, int variant, boolean withOwn) {
        Map<String, Seen> known = (withOwn ? own : alone).get(variant);
        Map<String, String> leaks = new TreeMap<>();
        List<Entry> asked =
                entries.stream().filter(entry -> names.contains(entry.name())).toList();
        all(asked, variant).forEach((name, seen) -> {
            String expected = known.get(name).seen();
            if (!seen.seen().equals(expected)) {
                leaks.put(name, name + ": " + expected + " became " + seen.seen());
            }
        });
        return leaks;
    }

    /** @return one line for each call that somebody without a bank can tell rows by */
    List<String> leaksToNobody(int variant) {
        rows.clear();
        Map<String, String> before = toNobody(variant);
        rows.plant(other.id(), variant);
        Map<String, String> after = toNobody(variant);
        rows.clear();
        return before.keySet().stream()
                .filter(name -> !before.get(name).equals(after.get(name)))
                .map(name -> name + ": " + before.get(name) + " became " + after.get(name))
                .toList();
    }

    Set<String> names() {
        return touched.keySet();
    }

    /** Those that the guesses led to a row with, or at least to a table. */
    Set<String> idle() {
        Set<String> idle = new TreeSet<>(touched.keySet());
        idle.removeAll(reaching);
        idle.removeIf(name -> !touched.get(name).isEmpty());
        return idle;
    }

    Set<String> reaching() {
        return reaching;
    }

    /** Why a method could not be tried. */
    Map<String, String> impossible() {
        return impossible;
    }

    List<String> touching(String table) {
        return touched.keySet().stream().filter(name -> touched.get(name).contains(table)).toList();
    }

    private Map<String, String> toNobody(int variant) {
        Map<String, String> seen = new TreeMap<>();
        for (Entry entry : entries) {
            if (!impossible.containsKey(entry.name())) {
                seen.put(entry.name(), attempts.asNobody(entry, variant).seen());
            }
        }
        return seen;
    }

    private Map<String, Seen> all(List<Entry> asked, int variant) {
        Map<String, Seen> all = new TreeMap<>();
        for (Entry entry : asked) {
            try {
                Seen seen = attempts.as(caller, entry, variant);
                all.put(entry.name(), seen);
                Set<String> tables = touched.computeIfAbsent(entry.name(), name -> new TreeSet<>());
                tables.addAll(seen.tables());
                // The wall itself refused what was to be written.
                if (seen.seen().contains("PSQLException")) {
                    reaching.add(entry.name());
                }
            } catch (Guesses.NoGuess reason) {
                impossible.put(entry.name(), String.valueOf(reason.getMessage()));
            }
        }
        return all;
    }
}
