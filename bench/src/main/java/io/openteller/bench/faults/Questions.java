package io.openteller.bench.faults;

/** What the second bank's documents know. */
final class Questions {

    /** Found without doubt, and so put to a model where the bank has one. */
    static final String ONE = "How much can I pay a new payee right after changing my mobile number?";

    private Questions() {}
}
