package io.openteller.bench.workflow;

import io.openteller.platform.procedure.Procedures;
import io.openteller.procedures.definition.BadDefinition;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;
import java.util.List;
import java.util.Optional;

/** Every bank has published the same procedure: it looks something up, asks, says, and asks again; each question has its time. */
final class OneProcedure implements Procedures {

    static final String ID = "look-up";

    /** How often it asks before it ends. */
    static final int QUESTIONS = 6;

    private final Published published;

    OneProcedure() {
        try {
            Definition definition = Definitions.read(text());
            this.published = new Published(ID, 1, definition);
        } catch (BadDefinition wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static String text() {
        StringBuilder nodes = new StringBuilder();
        for (int i = 1; i <= QUESTIONS; i++) {
            String next = i == QUESTIONS ? "done" : "list" + (i + 1);
            nodes.append("""
                      list%1$d: {type: operation, operation: accounts.list/v1, with: {}, into: accounts, next: ask%1$d, on: {error: person, timeout: person, refused: person}}
                      ask%1$d: {type: ask, text: {en: "Which month? You have ${size(accounts.accounts)} accounts."}, answer: {type: integer}, into: month, attempts: 3, within: PT10M, next: note%1$d, on: {gaveUp: person, timeout: done}}
                      note%1$d: {type: answer, text: {en: "Month ${month}."}, next: %2$s}
                    """.formatted(i, next));
        }
        return """
                id: look-up
                title: {en: Look up}
                trigger: {intents: [], phrases: {en: [look it up]}, events: []}
                variables: {accounts: "result:accounts.list/v1", month: integer}
                start: list1
                nodes:
                %s
                  done: {type: end, outcome: DONE, text: {en: "That is all."}}
                  person: {type: handoff, team: accounts, text: {en: "A colleague goes on."}, facts: {}}
                """.formatted(nodes);
    }

    @Override
    public Optional<Published> current(String id) {
        return id.equals(ID) ? Optional.of(published) : Optional.empty();
    }

    @Override
    public Optional<Published> version(String id, int number) {
        return number == 1 ? current(id) : Optional.empty();
    }

    @Override
    public List<Published> inForce() {
        return List.of(published);
    }
}
