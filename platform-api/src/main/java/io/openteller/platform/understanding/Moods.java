package io.openteller.platform.understanding;

import io.openteller.platform.understanding.internal.HeardMoods;
import java.util.List;

/** Hears how the customer sounds, over the last messages rather than in one. */
public interface Moods {

    /** @param messages what the customer wrote last, oldest first; the last one is judged, the others are what led to it */
    MoodReading of(List<String> messages);

    /** As every bank has it; for use outside a running platform. */
    static Moods standard() {
        return new HeardMoods();
    }
}
