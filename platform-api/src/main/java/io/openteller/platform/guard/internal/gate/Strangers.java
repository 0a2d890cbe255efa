package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Claim.Kind;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.PersonalData;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.guard.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Personal values that neither the customer nor the evidence has said: they can only be somebody else's. */
final class Strangers implements Policy {

    /** Kinds that need no knowledge of who is who; names and places are too often the bank's own. */
    private static final Set<String> PUBLIC =
            Set.of("DATE", "PLACE", "ORGANISATION", "COUNTRY", "AGE", "JOB", "NATIONALITY", "TITLE", "URL", "DOMAIN", "AMOUNT", "PERSON", "LOCATION",
                    "ADDRESS", "CITY", "NRP", "ORGANIZATION", "DATE_TIME");

    private static final Pattern BETWEEN = Pattern.compile("(?<=[.!?।])\\s+|\n");
    private static final Pattern LAID_OUT = Pattern.compile("[\\s()\\-]+");

    private final PersonalData personal;

    Strangers(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public List<Claim> broken(Reply reply, List<Evidence> evidence) {
        // Until names are learned the recognisers wait; the figures are checked all the same.
        if (!personal.isReady()) {
            return List.of();
        }
        String known = Stream.concat(
                        reply.heard().stream(),
                        evidence.stream().map(one -> one.title() + " " + one.heading() + " " + one.text()))
                .map(Strangers::bare)
                .collect(Collectors.joining(" "));
        // Nothing in the bank's own sentences can be new, and looking for it costs more than anything else here.
        if (BETWEEN.splitAsStream(reply.text()).map(Strangers::bare).allMatch(known::contains)) {
            return List.of();
        }
        return personal.find(reply.text()).stream()
                .filter(span -> !PUBLIC.contains(span.type()) && !known.contains(bare(span.value())))
                .map(span -> claim(reply, span))
                .toList();
    }

    private static Claim claim(Reply reply, Span span) {
        return new Claim(reply.text().substring(span.start(), span.end()), Kind.PERSONAL_DATA, false,
                "Personal data (" + span.type().toLowerCase(Locale.ROOT).replace('_', ' ') + ") that is not of this conversation.",
                span.start(), span.end());
    }

    private static String bare(String text) {
        return LAID_OUT.matcher(Plain.of(text)).replaceAll("");
    }
}
