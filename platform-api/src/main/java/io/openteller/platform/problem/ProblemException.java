package io.openteller.platform.problem;

/** Stops a request with a catalogued error. The detail is for the log only and must hold no personal data. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public ProblemException(ErrorCode code) {
        super(code.sentence());
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
