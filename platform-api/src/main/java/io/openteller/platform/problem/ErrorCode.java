package io.openteller.platform.problem;

import java.util.Locale;

/** Every error that a client can see. The sentence is fixed; what is particular goes to the log. */
public enum ErrorCode {
    MALFORMED_REQUEST(400, ErrorKind.CALLER, "The request could not be read"),
    EMPTY_MESSAGE(422, ErrorKind.CALLER, "The message has no text"),
    MESSAGE_TOO_LONG(422, ErrorKind.CALLER, "The message is longer than 4,000 characters"),
    BAD_CLIENT_MESSAGE_ID(422, ErrorKind.CALLER, "The client message id must have 1 to 64 letters, digits, '-' or '_'"),
    NOT_FOUND(404, ErrorKind.CALLER, "There is nothing here"),
    CONVERSATION_CLOSED(409, ErrorKind.CALLER, "This conversation has ended"),
    METHOD_NOT_ALLOWED(405, ErrorKind.CALLER, "This address does not take that method"),
    UNSUPPORTED_MEDIA_TYPE(415, ErrorKind.CALLER, "This address does not take that content type"),
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
