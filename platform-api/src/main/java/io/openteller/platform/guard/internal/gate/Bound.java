package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim;
import java.util.Set;

/** How a figure limits what it is said of. */
enum Bound {
    NONE("exactly"),
    AT_MOST("at most"),
    UNDER("less than"),
    AT_LEAST("at least"),
    OVER("more than"),
    FROM("from"),
    TO("to"),
    ABOUT("about");

    private static final Set<Claim.Kind> MOMENTS = Set.of(Claim.Kind.DATE, Claim.Kind.TIME);

    private final String words;

    Bound(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /**
     * Whether a reply may say this where the evidence has the other.
     *
     * @param limits whether the evidence speaks of a limit somewhere else in the same row or under its heading
     */
    boolean follows(Bound other, Claim.Kind kind, boolean limits) {
        if (this == other || this == ABOUT && other == NONE || this == NONE && other == ABOUT) {
            return true;
        }
        return switch (this) {
            case AT_MOST ->
                other == TO
                        || other == NONE && (limits || kind == Claim.Kind.DURATION)
                        || other == UNDER && MOMENTS.contains(kind);
            case AT_LEAST -> other == FROM || other == NONE && limits;
            case UNDER -> other == AT_MOST && MOMENTS.contains(kind);
            case FROM -> other == AT_LEAST;
            case TO -> other == AT_MOST;
            case NONE -> other == AT_MOST && (kind == Claim.Kind.DURATION || limits) || other == AT_LEAST && limits;
            case OVER, ABOUT -> false;
        };
    }
}
