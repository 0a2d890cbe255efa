package io.openteller.platform.coordination;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What operators watch of each bank: looked up now and then by every replica, with one question for all banks. */
public interface Figures {

    List<Figure> figures();

    /** By bank, a value for each of {@link #figures}, in their order; banks that are not there have none of anything. */
    Map<UUID, List<Double>> now();

    /**
     * @param name of the metric, without the label that says which bank
     * @param together how banks are put into one where there are more than have a label of their own
     */
    record Figure(String name, String description, Together together) {

        public static Figure count(String name, String description) {
            return new Figure(name, description, Together.SUM);
        }

        /** The longest that anybody waits; its name ends in {@code .seconds}. */
        public static Figure longest(String name, String description) {
            return new Figure(name, description, Together.LONGEST);
        }
    }

    enum Together {
        SUM,
        LONGEST
    }
}
