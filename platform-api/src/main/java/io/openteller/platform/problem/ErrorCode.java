package io.openteller.platform.problem;

import java.util.Locale;

/** Every error that a client can see. The sentence is fixed; what is particular goes to the log. */
public enum ErrorCode {
    MALFORMED_REQUEST(400, ErrorKind.CALLER, "The request could not be read"),
    EMPTY_MESSAGE(422, ErrorKind.CALLER, "The message has no text"),
    MESSAGE_TOO_LONG(422, ErrorKind.CALLER, "The message is longer than 4,000 characters"),
    BAD_CLIENT_MESSAGE_ID(422, ErrorKind.CALLER, "The client message id must have 1 to 64 letters, digits, '-' or '_'"),
    UNKNOWN_SITE_KEY(401, ErrorKind.CALLER, "This site key is not known"),
    ORIGIN_NOT_ALLOWED(403, ErrorKind.CALLER, "The widget may not be used from this page"),
    IDENTITY_TOKEN_INVALID(401, ErrorKind.CALLER, "The identity token is not valid for this site"),
    IDENTITY_TOKEN_EXPIRED(401, ErrorKind.CALLER, "The identity token has expired"),
    IDENTITY_TOKEN_REPLAYED(401, ErrorKind.CALLER, "The identity token was used before"),
    NO_SESSION(401, ErrorKind.CALLER, "There is no such session, or it has ended"),
    BAD_EVENT_ID(400, ErrorKind.CALLER, "The last event id must be a number from 0 up"),
    BAD_RATING(422, ErrorKind.CALLER, "The rating must be a whole number from 1 to 5"),
    ALREADY_RATED(409, ErrorKind.CALLER, "This conversation cannot be rated now"),
    DOCUMENT_UNREADABLE(422, ErrorKind.CALLER, "This document cannot be read"),
    DOCUMENT_TYPE_UNKNOWN(415, ErrorKind.CALLER, "This kind of document is not known"),
    DOCUMENT_TOO_LARGE(413, ErrorKind.LIMIT, "A document may have at most 20 MB"),
    SOURCE_INVALID(422, ErrorKind.CALLER, "The source is not complete"),
    DOCUMENT_INVALID(422, ErrorKind.CALLER, "What is said about the document does not fit"),
    DIFFERENCE_TOO_LARGE(413, ErrorKind.LIMIT, "Versions of more than 20,000 lines are not shown side by side"),
    WORDING_INVALID(422, ErrorKind.CALLER, "The wording is not complete"),
    OWN_VERSION(403, ErrorKind.CALLER, "Nobody decides on a version that they wrote or handed in"),
    VERSION_FROZEN(409, ErrorKind.CALLER, "Only a draft or a rejected version can be changed"),
    NOT_A_DRAFT(409, ErrorKind.CALLER, "Only a draft or a rejected version can be handed to review"),
    NOT_IN_REVIEW(409, ErrorKind.CALLER, "This version is not in review, or not any more"),
    REVIEW_OPEN(409, ErrorKind.CALLER, "Another version of this document is in review"),
    APPROVED_ALREADY(409, ErrorKind.CALLER, "You have approved this version already; somebody else has to as well"),
    EFFECT_DATES_INVALID(422, ErrorKind.CALLER, "The version cannot be in force in this time"),
    NOT_IN_FORCE(409, ErrorKind.CALLER, "This version is neither in force nor going to be"),
    NEVER_APPROVED(409, ErrorKind.CALLER, "Only what was approved before can be brought back"),
    INTENT_INVALID(422, ErrorKind.CALLER, "The intent or its example is not complete"),
    EXAMPLE_EXISTS(409, ErrorKind.CALLER, "This message is already an example"),
    TOO_FEW_INTENTS(409, ErrorKind.CALLER, "At least two intents with examples are needed to tell them apart"),
    TOO_MANY_EXAMPLES(413, ErrorKind.LIMIT, "A bank may have at most 50,000 examples and 500 intents"),
    IMPORT_INVALID(422, ErrorKind.CALLER, "The file cannot be imported; nothing of it was stored"),
    TRAINING_RUNS(409, ErrorKind.CALLER, "A training is running already"),
    MODEL_NOT_AVAILABLE(409, ErrorKind.CALLER, "This model cannot be put in force"),
    CONVERSATION_TAKEN(409, ErrorKind.CALLER, "Somebody else has this conversation"),
    NOT_YOURS(409, ErrorKind.CALLER, "You do not have this conversation"),
    BANK_UNAVAILABLE(502, ErrorKind.PARTNER, "The bank's system does not answer"),
    NOT_SIGNED_IN(401, ErrorKind.CALLER, "Nobody is signed in"),
    NOT_ALLOWED(403, ErrorKind.CALLER, "Your roles do not allow this"),
    REQUEST_HEADER_MISSING(403, ErrorKind.CALLER, "The header X-Openteller-Request is missing"),
    LAST_ADMIN(409, ErrorKind.CALLER, "Somebody must remain who can manage the team"),
    PROCEDURE_INVALID(422, ErrorKind.CALLER, "This is no procedure that can be kept"),
    PROCEDURE_FAULTY(422, ErrorKind.CALLER, "A procedure with findings cannot be published"),
    PROCEDURE_CHANGED(412, ErrorKind.CALLER, "Somebody else has changed this draft meanwhile"),
    CONNECTOR_INVALID(422, ErrorKind.CALLER, "This is no connector that can be kept"),
    CONNECTOR_FAULTY(422, ErrorKind.CALLER, "A connector with findings cannot be published"),
    CONNECTOR_CHANGED(412, ErrorKind.CALLER, "Somebody else has changed this draft meanwhile"),
    TRIAL_REFUSED(422, ErrorKind.CALLER, "Only what reads is tried where it may be the bank's real system"),
    SETTINGS_INVALID(422, ErrorKind.CALLER, "The settings do not fit the plugin"),
    PLUGIN_REJECTED(422, ErrorKind.CALLER, "This is no plugin that can be loaded"),
    SECOND_PERSON_NEEDED(409, ErrorKind.CALLER, "Somebody other than who asked for it decides on this"),
    APPROVAL_DECIDED(409, ErrorKind.CALLER, "This was decided already, or something newer was asked for"),
    APPROVAL_OUTDATED(409, ErrorKind.CALLER, "What was shown is not what there is any more; ask for it again"),
    DIRECTORY_UNREACHABLE(502, ErrorKind.PARTNER, "The plugin directory cannot be reached"),
    PLUGIN_IN_USE(409, ErrorKind.CALLER, "A bank has this version switched on"),
    PLUGIN_KEY_INVALID(422, ErrorKind.CALLER, "This is no key that can be trusted"),
    PLUGIN_KEY_REVOKED(409, ErrorKind.CALLER, "This key was revoked; a revoked key is never trusted again"),
    CALL_NOT_WHOLE(409, ErrorKind.CALLER, "This call was not kept whole and cannot be made again"),
    RATE_LIMITED(429, ErrorKind.LIMIT, "Too many requests; please wait a moment"),
    BUSY(429, ErrorKind.LIMIT, "More messages wait for an answer than can be answered soon; please send this one again later"),
    NOT_FOUND(404, ErrorKind.CALLER, "There is nothing here"),
    CONVERSATION_CLOSED(409, ErrorKind.CALLER, "This conversation has ended"),
    METHOD_NOT_ALLOWED(405, ErrorKind.CALLER, "This address does not take that method"),
    UNSUPPORTED_MEDIA_TYPE(415, ErrorKind.CALLER, "This address does not take that content type"),
    LENGTH_REQUIRED(411, ErrorKind.CALLER, "The request must say how long its body is"),
    BODY_TOO_LARGE(413, ErrorKind.LIMIT, "The request body is too large"),
    INTERNAL(500, ErrorKind.PLATFORM, "Something went wrong on our side; nothing was lost");

    private final int status;
    private final ErrorKind kind;
    private final String sentence;

    ErrorCode(int status, ErrorKind kind, String sentence) {
        this.status = status;
        this.kind = kind;
        this.sentence = sentence;
    }

    public int status() {
        return status;
    }

    public ErrorKind kind() {
        return kind;
    }

    public String sentence() {
        return sentence;
    }

    /** Stable identifier, for example {@code urn:openteller:problem:empty-message}. */
    public String urn() {
        return "urn:openteller:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
