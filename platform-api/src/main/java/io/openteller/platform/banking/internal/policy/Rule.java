package io.openteller.platform.banking.internal.policy;

import java.util.Locale;

/** Why a call went as far as it went, as it is recorded. */
public enum Rule {
    UNKNOWN_OPERATION("There is no such operation"),
    CALL_ID("A call needs an id of letters, digits and . _ : ~ / -"),
    CORE_ONLY("Only the platform itself may ask for this"),
    ANONYMOUS("A visitor may do nothing here"),
    NOT_SUPPLIED("The bank's plugins do not supply this"),
    SUPPLIER_UNCHOSEN("Several of the bank's plugins could do this, and the bank has to say which"),
    SUPPLIER_GONE("The plugin that the bank chose does not supply this"),
    SWITCHED_OFF("The bank has switched this off"),
    ARGUMENTS("The arguments do not fit the operation"),
    REFERENCE("It does not refer to anything of this customer's in this conversation"),
    REFERENCE_ISSUER("It refers to something that another of the bank's plugins gave"),
    UNNAMED("What it refers to has no name that the customer could be shown"),
    AMOUNT("The amount is not one"),
    CURRENCY("The bank does not do this in that currency"),
    BOUND("The amount is not the one that the bank proposed"),
    LIMIT_PER_CALL("It is more than one call may be about"),
    LIMIT_COUNT("It was done too often lately"),
    LIMIT_AMOUNT("Together with what was done lately it is too much"),
    OTHER_ARGUMENTS("This call was made before with something else"),
    CUSTOMER_DECLINED("The customer said no"),
    COLLEAGUE_DECLINED("A colleague said no"),
    APPROVAL_EXPIRED("No colleague agreed in time"),
    /** The customer must prove who they are. */
    ASSURANCE(""),
    /** The customer must say yes. */
    CONFIRMATION(""),
    /** A colleague must agree. */
    FOUR_EYES(""),
    /** Nothing was missing. */
    ALLOWED(""),
    /** The platform takes back what it did. */
    UNDOING("");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /** Such as {@code limit-per-call}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
