package io.openteller.bench.load;

/**
 * What a request came to.
 *
 * @param status 0 if nobody answered: whether it was taken is not known
 * @param retryAfterSeconds as the answer says; 0 if it says nothing
 */
public record Answer(int status, String body, int retryAfterSeconds) {

    static final Answer NONE = new Answer(0, "", 0);

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** Whether the same may be asked again: it went wrong on the way, or there is too much of it. */
    public boolean isToTryAgain() {
        return status == 0 || status == 429 || status >= 500;
    }
}
