package io.openteller.platform.guard;

/** Tells text that wants to lead the assistant astray, or that abuses it. Decides nothing; needs no model of language. */
public interface Screen {

    /** Something that a customer wrote. */
    Finding ofMessage(String text);

    /** Text of a document, a tool or a plugin, where any order to the assistant is out of place. */
    Finding ofContent(String text);

    /** @param before what the assistant had said; empty if nothing */
    Finding ofAbuse(String before, String message);

    /**
     * @param score 0 to 1
     * @param words those that weighed most, in lower case; empty when nothing was found
     */
    record Finding(boolean marked, double score, java.util.List<String> words) {}
}
