package io.openteller.kit.contract;

import io.openteller.kit.contract.Playbook.Performed;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.Schemas;
import io.openteller.spi.banking.OperationProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Operations by name are what the catalogue says of them. */
final class OperationsCheck extends Check {

    private static final String NOBODY = "nobody-at-all";
    private static final String DONE = "Done[value=";

    private final Schemas schemas = new Schemas();

    OperationsCheck() {
        super(
                "operations by name give what the catalogue says, once per call, and say what became of a call",
                "answer by the operation's output schema; hand context.callId() on, and ask your system for it in reconcile;"
                        + " list in contract.json under \"operations\" what can be tried");
    }

    @Override
    void run(Subject subject, Notes notes) throws InterruptedException {
        Optional<Operation> perform = named(subject, "perform");
        if (perform.isEmpty()) {
            return;
        }
        try (StandIn server = subject.standIn("bank-a")) {
            List<String> supplied = supplied(subject, server, notes);
            for (Performed one : subject.playbook().operations()) {
                Optional<OperationSpec> spec = Catalogue.standard().find(one.name());
                if (spec.isEmpty() || !supplied.contains(one.name())) {
                    notes.fault("contract.json has %s, which %s", one.name(),
                            spec.isEmpty() ? "the catalogue does not know" : "the plugin does not supply");
                } else {
                    look(subject, server, spec.get(), one, notes);
                }
            }
        }
    }

    private static Optional<Operation> named(Subject subject, String method) {
        return subject.operations().stream()
                .filter(one -> one.name().equals(OperationProvider.class.getSimpleName() + "." + method))
                .findFirst();
    }

    private static List<String> supplied(Subject subject, StandIn server, Notes notes) throws InterruptedException {
        notes.tried();
        Called called = call(subject, server, "supplied", Subject.fresh("call"));
        if (!called.good()) {
            notes.fault("OperationProvider.supplied says %s instead of names", called.words());
            return List.of();
        }
        List<String> names = Arrays.stream(value(called).replaceAll("^\\[|\\]$", "").split(", "))
                .filter(name -> !name.isBlank())
                .toList();
        names.stream()
                .filter(name -> Catalogue.standard().find(name).isEmpty())
                .forEach(name -> notes.fault("%s is not in the catalogue", name));
        if (new HashSet<>(names).size() < names.size()) {
            notes.fault("OperationProvider.supplied has a name twice");
        }
        return names;
    }

    private void look(Subject subject, StandIn server, OperationSpec spec, Performed one, Notes notes)
            throws InterruptedException {
        notes.tried();
        schemas.faults(spec.input(), one.input())
                .forEach(fault -> notes.fault("contract.json asks %s with %s", one.name(), fault));
        String id = Subject.fresh("operation");
        Called first = call(subject, server, "perform", id, one.name(), one.customer(), one.input());
        if (!first.good()) {
            notes.fault("%s said %s", one.name(), first.words());
            return;
        }
        faults(spec, value(first)).forEach(fault -> notes.fault("%s gives what is not of its schema: %s", one.name(), fault));
        if (call(subject, server, "perform", Subject.fresh("nobody"), one.name(), NOBODY, one.input()).good()) {
            notes.fault("%s is done for a customer that nobody knows", one.name());
        }
        if (spec.hasEffect()) {
            remembered(subject, server, one, id, first, notes);
        }
    }

    private List<String> faults(OperationSpec spec, String result) {
        try {
            return schemas.faults(spec.output(), result);
        } catch (RuntimeException unreadable) {
            return List.of("it is not JSON");
        }
    }

    private static void remembered(
            Subject subject, StandIn server, Performed one, String id, Called first, Notes notes) throws InterruptedException {
        Called again = call(subject, server, "perform", id, one.name(), one.customer(), one.input());
        if (!again.text().equals(first.text())) {
            notes.fault("%s said %s, and for the same call again %s", one.name(), first.words(), again.words());
        }
        Called past = call(subject, server, "reconcile", Subject.fresh("asked"), one.name(), one.customer(), id);
        if (!past.good() || value(past).startsWith("Never")) {
            notes.fault("asked what became of a call of %s that was done, it says %s", one.name(), past.words());
        }
        Called never = call(
                subject, server, "reconcile", Subject.fresh("asked"), one.name(), one.customer(), Subject.fresh("never"));
        if (!never.good() || value(never).startsWith("Performed")) {
            notes.fault("asked what became of a call of %s that never was, it says %s", one.name(), never.words());
        }
    }

    private static Called call(Subject subject, StandIn server, String method, String id, String... texts)
            throws InterruptedException {
        Operation plain = named(subject, method).orElseThrow();
        List<String> arguments = new ArrayList<>(List.of(texts));
        Operation asked = new Operation(plain.extension(), plain.method(), arguments, plain.declared());
        return Bounded.call(asked, subject.call(server, id))
                .orElseGet(() -> Called.failed("nothing in time", System.nanoTime()));
    }

    /** What is within a result that was written out. */
    private static String value(Called called) {
        return called.text().startsWith(DONE)
                ? called.text().substring(DONE.length(), called.text().length() - 1)
                : called.text();
    }
}
