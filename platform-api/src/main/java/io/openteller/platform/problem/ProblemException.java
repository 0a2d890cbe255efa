package io.openteller.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stops a request with a catalogued error. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable String detail;
    private final @Nullable Duration retryAfter;

    @SuppressWarnings("serial") // never serialised: it ends at the exception handler
    private final List<FieldFault> faults;

    public ProblemException(ErrorCode code) {
        this(code, null, null);
    }

    /** @param detail shown to the caller, so without personal data of others and without internals */
    public ProblemException(ErrorCode code, @Nullable String detail) {
        this(code, detail, null);
    }

    /** @param faults what is wrong with single fields, fit to be shown next to them */
    public ProblemException(ErrorCode code, List<FieldFault> faults) {
        super(code.sentence());
        this.code = code;
        this.detail = faults.stream()
                .map(fault -> fault.field().isEmpty() ? fault.message() : fault.field() + ": " + fault.message())
                .collect(Collectors.joining("; "));
        this.retryAfter = null;
        this.faults = List.copyOf(faults);
    }

    /** @param retryAfter when the caller may try again */
    public ProblemException(ErrorCode code, @Nullable String detail, @Nullable Duration retryAfter) {
        super(code.sentence());
        this.code = code;
        this.detail = detail;
        this.retryAfter = retryAfter;
        this.faults = List.of();
    }

    public ErrorCode code() {
        return code;
    }

    public @Nullable String detail() {
        return detail;
    }

    /** Empty when the fault is not with single fields. */
    public List<FieldFault> faults() {
        return faults;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
