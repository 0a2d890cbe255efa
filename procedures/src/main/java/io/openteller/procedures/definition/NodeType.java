package io.openteller.procedures.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The word that a node's type is written as, and the fields it may have, in the order they are written in. */
enum NodeType {
    ASK("text", "answer", "into", "attempts", "within", "next", "on"),
    VERIFY("level", "methods", "within", "next", "on"),
    OPERATION("operation", "with", "into", "compensate", "next", "on"),
    DECIDE("cases", "otherwise"),
    ANSWER("text", "set", "next"),
    CLASSIFY("of", "labels", "on"),
    CONFIRM("text", "operation", "within", "next", "on"),
    APPROVE("text", "operation", "team", "within", "next", "on"),
    NOTIFY("channel", "template", "reference", "next", "on"),
    WAIT("within", "event", "next", "on"),
    HANDOFF("text", "team", "facts"),
    SUBFLOW("procedure", "with", "into", "next", "on"),
    END("text", "outcome");

    private final String[] fields;

    NodeType(String... fields) {
        this.fields = new String[fields.length + 1];
        this.fields[0] = "type";
        System.arraycopy(fields, 0, this.fields, 1, fields.length);
    }

    static Optional<NodeType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(NodeType::word).toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String[] fields() {
        return fields.clone();
    }
}
