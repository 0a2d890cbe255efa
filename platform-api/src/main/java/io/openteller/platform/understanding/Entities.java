package io.openteller.platform.understanding;

import io.openteller.platform.understanding.internal.NamedEntities;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** Finds what a message names, in English, Hindi and romanised Hindi; by rules, so that every finding can be explained. */
public interface Entities {

    /**
     * @param now what "yesterday" is measured from
     * @param locale the bank's; its region decides whether 3/4 is in March or April
     * @return in the order of the message; no two overlap
     */
    List<Entity> find(String text, ZonedDateTime now, Locale locale);

    /** For use outside a running platform. */
    static Entities standard() {
        return new NamedEntities();
    }
}
