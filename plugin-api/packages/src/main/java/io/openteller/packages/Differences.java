package io.openteller.packages;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.packages.Difference.Change;
import io.openteller.packages.Difference.Kind;
import io.openteller.packages.Difference.Line;
import io.openteller.packages.Manifest.DataClass;
import io.openteller.packages.Manifest.Resources;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lines of a {@link Difference}: what is new first, then what changes, then what is gone. */
final class Differences {

    private final List<Line> lines = new ArrayList<>();

    private Differences() {}

    static List<Line> lines(Manifest from, Manifest to) {
        Differences found = new Differences();
        found.capabilities(operations(from), operations(to));
        found.egress(from.egress(), to.egress());
        found.data(from.dataRead(), to.dataRead());
        found.resources(from.resources(), to.resources());
        found.settings(from.settings().path("properties"), to.settings().path("properties"));
        return found.lines;
    }

    static Manifest nothing(Manifest to) {
        return new Manifest(
                to.id(),
                to.version(),
                to.spi(),
                to.name(),
                to.description(),
                to.license(),
                to.publisher(),
                to.lifecycle(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                to.resources(),
                Manifests.JSON.createObjectNode(),
                to.privacy());
    }

    /** By "interface.method"; an interface without operations counts as one that is only read. */
    private static Map<String, Operation> operations(Manifest of) {
        Map<String, Operation> all = new TreeMap<>();
        for (Capability capability : of.capabilities()) {
            capability.operations().forEach(one -> all.put(capability.name() + "." + one.name(), one));
            if (capability.operations().isEmpty()) {
                all.put(
                        capability.name(),
                        new Operation(capability.name(), Capability.RiskClass.READ, Capability.Assurance.STEPPED_UP, true, true));
            }
        }
        return all;
    }

    private void capabilities(Map<String, Operation> from, Map<String, Operation> to) {
        to.forEach((name, operation) -> {
            Operation before = from.get(name);
            if (before == null) {
                add(Kind.CAPABILITY, Change.ADDED, true, "It can now do " + name + ": " + said(operation));
            } else if (!before.equals(operation)) {
                add(
                        Kind.CAPABILITY,
                        Change.CHANGED,
                        riskier(before, operation),
                        name + " was: " + said(before) + "; it is now: " + said(operation));
            }
        });
        from.forEach((name, operation) -> {
            if (!to.containsKey(name)) {
                add(Kind.CAPABILITY, Change.REMOVED, false, "It can no longer do " + name);
            }
        });
    }

    private static boolean riskier(Operation before, Operation after) {
        return after.risk().compareTo(before.risk()) > 0
                || after.assurance().compareTo(before.assurance()) < 0
                || before.reversible() && !after.reversible()
                || before.idempotent() && !after.idempotent();
    }

    private static String said(Operation operation) {
        String risk = switch (operation.risk()) {
            case READ -> "reads";
            case CHANGE -> "changes something";
            case MONEY -> "moves money";
        };
        String who = switch (operation.assurance()) {
            case ANONYMOUS -> "for anybody";
            case IDENTIFIED -> "for customers who signed in";
            case STEPPED_UP -> "for customers who confirmed with a second factor";
        };
        return risk + ", " + who + (operation.reversible() ? "" : ", cannot be taken back")
                + (operation.idempotent() ? "" : ", not safe to repeat");
    }

    private void egress(List<String> from, List<String> to) {
        new TreeSet<>(to).stream().filter(host -> from.stream().noneMatch(one -> covers(one, host))).forEach(host ->
                add(Kind.EGRESS, Change.ADDED, true, "It may now call " + host(host)));
        new TreeSet<>(to).stream()
                .filter(host -> !from.contains(host) && from.stream().anyMatch(one -> covers(one, host)))
                .forEach(host -> add(Kind.EGRESS, Change.CHANGED, false, "It names " + host(host) + ", which it could call before"));
        new TreeSet<>(from).stream().filter(host -> to.stream().noneMatch(one -> covers(one, host))).forEach(host ->
                add(Kind.EGRESS, Change.REMOVED, false, "It may no longer call " + host(host)));
    }

    /** Whether who may call the first may call the second already. */
    private static boolean covers(String wide, String host) {
        return wide.equals(host)
                || wide.startsWith("*.") && !host.startsWith("*.") && host.endsWith(wide.substring(1))
                || wide.startsWith("*.") && host.startsWith("*.") && host.endsWith(wide.substring(1));
    }

    private static String host(String entry) {
        return entry.startsWith("{")
                ? "the host of the address in the setting " + entry.substring(1, entry.length() - 1)
                : entry.startsWith("*.") ? "every host below " + entry.substring(2) : entry;
    }

    private void data(List<DataClass> from, List<DataClass> to) {
        new TreeSet<>(to).stream().filter(one -> !from.contains(one)).forEach(one ->
                add(Kind.DATA, Change.ADDED, true, "It is now given " + words(one)));
        new TreeSet<>(from).stream().filter(one -> !to.contains(one)).forEach(one ->
                add(Kind.DATA, Change.REMOVED, false, "It is no longer given " + words(one)));
    }

    private static String words(DataClass data) {
        return switch (data) {
            case REFERENCES -> "references of customers, accounts and cards";
            case PROFILE -> "names, addresses, languages and tiers of customers";
            case CONTACT -> "telephone numbers and e-mail addresses";
            case HOLDINGS -> "balances, loans and investments";
            case TRANSACTIONS -> "transactions";
            case CARDS -> "cards";
            case DISPUTES -> "disputes";
            case MASKED_TEXT -> "what customers write, with personal values hidden";
            case TEXT -> "what customers write, as they wrote it";
            case CODES -> "one-time codes";
            case DOCUMENTS -> "documents of the bank";
        };
    }

    private void resources(Resources from, Resources to) {
        resource("The time limit of a call", from.timeoutMillis(), to.timeoutMillis(), " ms");
        resource("The memory of its process", from.heapMegabytes(), to.heapMegabytes(), " MB");
        resource("Calls in a second", from.callsPerSecond(), to.callsPerSecond(), "");
        resource("Calls at once", from.callsAtOnce(), to.callsAtOnce(), "");
    }

    /** More of these costs the platform, not the bank's customers: shown, but nobody has to approve it. */
    private void resource(String what, int from, int to, String unit) {
        if (from != to) {
            add(Kind.RESOURCE, Change.CHANGED, false, what + ": " + from + unit + " before, " + to + unit + " now");
        }
    }

    private void settings(JsonNode from, JsonNode to) {
        to.fieldNames().forEachRemaining(name -> {
            if (!from.has(name)) {
                add(Kind.SETTING, Change.ADDED, false, "It has a new setting, " + titled(to, name));
            } else if (!from.get(name).equals(to.get(name))) {
                add(Kind.SETTING, Change.CHANGED, false, "The setting " + titled(to, name) + " changed its form");
            }
        });
        from.fieldNames().forEachRemaining(name -> {
            if (!to.has(name)) {
                add(Kind.SETTING, Change.REMOVED, false, "The setting " + titled(from, name) + " is gone");
            }
        });
    }

    private static String titled(JsonNode properties, String name) {
        JsonNode one = properties.get(name);
        String title = one.path("title").asText(name);
        String secret = one.path("writeOnly").asBoolean() ? ", a secret" : "";
        return title.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)) ? name + secret : title + " (" + name + ")" + secret;
    }

    private void add(Kind kind, Change change, boolean widens, String words) {
        lines.add(new Line(kind, change, widens, words));
    }
}
