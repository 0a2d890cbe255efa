package io.openteller.connectors;

/**
 * What is wrong with a connector.
 *
 * @param place a JSON pointer into the document
 * @param sentence for people; quotes nothing but names out of the document
 */
public record Finding(Rule rule, String place, String sentence) {

    /** What is checked. */
    public enum Rule {
        /** It is no JSON, or not of the form. */
        FORM,
        /** The catalogue has no such operation. */
        UNKNOWN_OPERATION,
        /** JSONata that cannot be read, or does what a connector may not do. */
        EXPRESSION,
        /** Nothing sees to it that the customer's own things are meant. */
        CUSTOMER,
        /** Done twice, it may have its effect twice. */
        TWICE,
        /** Kept or tried elsewhere, though it has an effect. */
        EFFECT,
        /** The platform sets this header, or a secret would have to stand there. */
        HEADER,
        /** There is no result to read. */
        RESULT
    }
}
