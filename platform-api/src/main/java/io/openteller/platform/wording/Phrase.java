package io.openteller.platform.wording;

/** Everything that the assistant can say by itself. Each has a text in every language of {@code resources/wording}. */
public enum Phrase {
    /** Arguments: the assistant's name, the bank's name. */
    GREETING,
    SMALL_TALK_HELLO,
    SMALL_TALK_THANKS,
    NOT_KNOWN,
    /** It is known, but in a language that the customer does not write. */
    NOT_KNOWN_IN_LANGUAGE,
    /** Stands below a reply that a model has translated. */
    TRANSLATED,
    /** Argument: one line per reading. */
    WHICH_DO_YOU_MEAN,
    /** The bank's own documents disagree. */
    DOCUMENTS_DISAGREE,
    OPENING_WORRIED,
    OPENING_UPSET,
    HANDOVER,
    HANDOVER_REQUESTED,
    /** Arguments: the time it was recorded, the reference to name it by. */
    DISPUTE_NOTED,
    SAFETY,
    SIGN_IN_FIRST,
    /** Argument: where the code was sent, masked. */
    CODE_SENT,
    CODE_CONFIRMED,
    CODE_NOT_CONFIRMED,
    QUESTIONS_ASKED,
    /** Argument: the bank's name. */
    BANK_WRITES,
    ANSWERS_CONFIRMED,
    ANSWERS_NOT_CONFIRMED,
    PLEASE_CONFIRM,
    CONFIRM_BUTTON,
    COLLEAGUE_MUST_AGREE,
    CHECKING_WITH_BANK,
    ONE_MOMENT,
    /** Argument: how a customer would ask for it. */
    PROCEDURE_OFFERED,
    YOU_CONFIRMED,
    YOU_DECLINED,
    /** Argument: the person's name. */
    PERSON_JOINED,
    PERSON_TRANSFERRED,
    PERSON_RELEASED,
    PERSON_CLOSED,
    WAITING_FOR_PERSON
}
