package io.openteller.procedures.definition;

import java.util.Set;
import java.util.regex.Pattern;

/** How names are written; the published schema says the same. */
class Forms {

    static final Pattern NODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");
    static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9_]{0,39}");
    static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,79}");
    static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");
    static final Pattern DURATION =
            Pattern.compile("P(?=.*[1-9])(?=.)([0-9]{1,3}D)?(T(?=.)([0-9]{1,4}H)?([0-9]{1,5}M)?([0-9]{1,6}S)?)?");
    static final int LONGEST_TEXT = 4_000;
    static final int LONGEST_EXPRESSION = 2_000;

    /** Names that mean something in expressions already. */
    static final Set<String> TAKEN = Set.of(
            "customer", "now", "today", "lastMessage", "receipt", "it", "true", "false", "null", "in", "as", "break", "const", "continue", "else",
            "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while", "bool",
            "bytes", "double", "duration", "int", "list", "map", "string", "timestamp", "type", "uint", "size", "has", "all",
            "exists", "filter", "matches");

    private Forms() {}
}
