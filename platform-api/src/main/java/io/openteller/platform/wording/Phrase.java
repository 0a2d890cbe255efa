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
    /** Arguments: the dispute's reference, the time it was recorded, amount and merchant of the transaction. */
    DISPUTE_OPENED,
    /** Argument: the time it was recorded. */
    DISPUTE_NOTED,
    SAFETY,
    SIGN_IN_FIRST,
    /** Argument: where the code was sent, masked. */
    CODE_SENT,
    CODE_UNAVAILABLE,
    CODE_CONFIRMED,
    CODE_NOT_CONFIRMED,
    QUESTIONS_ASKED,
    ANSWERS_CONFIRMED,
    ANSWERS_NOT_CONFIRMED,
    /** Argument: one line per account. */
    BALANCES,
    /** Arguments: the account's name, last four digits, amount. */
    BALANCE_LINE,
    /** Arguments: how many, the lines. */
    TRANSACTIONS,
    NO_TRANSACTIONS,
    /** Arguments: date, merchant, amount. */
    TRANSACTION_LINE,
    /** Arguments: kind, network, last four digits. */
    CONFIRM_BLOCK,
    CONFIRM_BLOCK_TITLE,
    CONFIRM_BLOCK_BUTTON,
    /** Arguments: last four digits, the time it was blocked. */
    CARD_BLOCKED,
    /** Argument: last four digits. */
    CARD_ALREADY_BLOCKED,
    NO_CARD,
    /** Arguments: the cards to choose from, the last digits of one. */
    WHICH_CARD,
    NOTHING_CHANGED,
    PLEASE_CONFIRM,
    CONFIRM_BUTTON,
    COLLEAGUE_MUST_AGREE,
    CHECKING_WITH_BANK,
    ONE_MOMENT,
    /** Argument: how a customer would ask for it. */
    PROCEDURE_OFFERED,
    YOU_CONFIRMED,
    YOU_DECLINED,
    BANK_UNAVAILABLE,
    /** Argument: the person's name. */
    PERSON_JOINED,
    PERSON_TRANSFERRED,
    PERSON_RELEASED,
    PERSON_CLOSED,
    WAITING_FOR_PERSON,
    LABEL_CARD,
    LABEL_EFFECT,
    EFFECT_BLOCK,
    LABEL_UNDO,
    UNDO_BLOCK
}
