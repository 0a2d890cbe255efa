package io.openteller.bench.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.Catalogue;
import io.openteller.platform.banking.BankOperations;
import io.openteller.platform.banking.Ruling;
import java.time.Instant;
import java.util.List;

/** Answers every operation at once with its example: what is measured is what keeping the steps costs. */
final class InstantBank implements BankOperations {

    @Override
    public Ruling perform(Session session, String callId, String operation, ObjectNode arguments) {
        ObjectNode output = (ObjectNode) Catalogue.standard()
                .find(operation)
                .orElseThrow()
                .examples()
                .getFirst()
                .output()
                .deepCopy();
        return new Ruling.Done(output, Instant.now(), "bench", 0);
    }

    @Override
    public boolean confirm(Session session, String callId, boolean accepted) {
        return true;
    }

    @Override
    public Consent consult(Session session, String callId, String operation, ObjectNode arguments, String words) {
        return new Consent.Given();
    }

    @Override
    public Undone compensate(Session session, List<String> callIds) {
        return new Undone(List.of(), List.of());
    }

    @Override
    public List<Supply> supplies() {
        return List.of();
    }
}
