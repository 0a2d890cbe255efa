package io.openteller.procedures.check;

import io.openteller.operations.Catalogue;
import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.definition.BadDefinition;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;
import io.openteller.procedures.expressions.Expressions;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what is wrong with a definition, without running it. Whatever it finds stops a publication; what it lets through does
 * not need it at run time for safety: the core enforces its own rules for every call. Safe for any thread.
 */
public final class Checker {

    private static final List<Check> CHECKS = List.of(
            new ShapeCheck(),
            new PersonCheck(),
            new LoopCheck(),
            new AssuranceCheck(),
            new AgreementCheck(),
            new AssignmentCheck(),
            new VariableCheck(),
            new ExpressionCheck(),
            new TextCheck(),
            new SecrecyCheck(),
            new UntrustedCheck(),
            new SubflowCheck());

    /** Types do not depend on a bank's zone, so one serves all. */
    private static final class Shared {
        static final Expressions EXPRESSIONS = new Expressions(ZoneOffset.UTC);
    }

    private final Catalogue catalogue;
    private final Types types;
    private final Set<String> languages;
    private final Map<String, Definition> procedures;

    /**
     * @param languages in which every text must exist, as BCP 47 tags
     * @param procedures by id, that a subflow may name; the one that is checked need not be among them
     */
    public Checker(Catalogue catalogue, Set<String> languages, Map<String, Definition> procedures) {
        this.catalogue = catalogue;
        this.types = new Types(catalogue);
        this.languages = Set.copyOf(languages);
        this.procedures = Map.copyOf(procedures);
    }

    /** @return in the order of the nodes, the procedure as a whole first; empty if nothing is wrong */
    public List<Finding> check(Definition definition) {
        Map<String, Definition> all = new HashMap<>(procedures);
        all.put(definition.id(), definition);
        Subject subject = new Subject(
                definition,
                new Graph(definition),
                types,
                new Reading(Shared.EXPRESSIONS, types, definition),
                catalogue,
                languages,
                new Known(all));
        Findings findings = new Findings();
        CHECKS.forEach(check -> check.look(subject, findings));
        Map<String, Integer> places = new HashMap<>();
        Definitions.order(definition).forEach(id -> places.put(id, places.size()));
        return findings.sorted(places);
    }

    /** Reads JSON or YAML and checks it; what cannot be read is a finding too, or several. */
    public List<Finding> check(String text) {
        try {
            return check(Definitions.read(text));
        } catch (BadDefinition bad) {
            return of(bad);
        }
    }

    public static List<Finding> of(BadDefinition bad) {
        return bad.faults().stream()
                .map(fault -> new Finding(Rule.BAD_DEFINITION, fault.node(), fault.message()))
                .toList();
    }
}
