package io.openteller.procedures.check;

/** One kind of question that is asked of a definition. */
interface Check {
    void look(Subject subject, Findings findings);
}
