package io.openteller.platform.procedure.internal;

/** A definition without findings, for a bank that speaks English. */
public final class Written {

    public static final String ID = "say-goodbye";

    public static final String GOOD = """
            {"id": "say-goodbye", "title": {"en": "Say goodbye"},
             "trigger": {"intents": [], "phrases": {"en": ["say goodbye to me"]}, "events": []},
             "inputs": {}, "variables": {"stay": "text"}, "start": "ask",
             "nodes": {
               "ask": {"type": "ask", "text": {"en": "Are you leaving?"}, "answer": {"type": "text", "choices": [
                   {"value": "yes", "label": {"en": "Yes"}}, {"value": "no", "label": {"en": "No"}}]},
                 "into": "stay", "attempts": 3, "next": "bye", "on": {"gaveUp": "person", "timeout": "bye"}},
               "bye": {"type": "end", "outcome": "DONE", "text": {"en": "Goodbye."}},
               "person": {"type": "handoff", "team": "general", "text": {"en": "A colleague goes on."}, "facts": {}}
             }}
            """;

    private Written() {}
}
