package io.openteller.spi.shape;

import io.openteller.spi.Experimental;
import java.lang.reflect.AnnotatedElement;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is experimental, and until when. */
final class Experiments {

    private Experiments() {}

    /** One line for each that has no date, or whose date has come. */
    static List<String> overdue(List<Class<?>> classes, Clock clock) {
        List<String> found = new ArrayList<>();
        for (Class<?> one : classes) {
            Stream.concat(Stream.of(one), Arrays.stream(one.getDeclaredMethods())).forEach(each -> {
                String fault = fault(each, clock);
                if (fault != null) {
                    found.add(each + " " + fault);
                }
            });
        }
        return found;
    }

    private static @Nullable String fault(AnnotatedElement element, Clock clock) {
        Experimental experimental = element.getAnnotation(Experimental.class);
        if (experimental == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(experimental.settles());
            return LocalDate.now(clock).isBefore(date) ? null : "was to be settled by " + date;
        } catch (DateTimeException noDate) {
            return "has no date: " + experimental.settles();
        }
    }
}
