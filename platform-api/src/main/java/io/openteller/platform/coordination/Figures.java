package io.openteller.platform.coordination;

import java.util.List;

/** What operators watch of each bank: looked up now and then by every replica, in one transaction for all rooms. */
public interface Figures {

    /** For the current tenant; the same names every time. */
    List<Figure> now();

    /**
     * @param name of the metric, without the label that says which bank
     * @param together how banks are put into one where there are more than have a label of their own
     */
    record Figure(String name, String description, Together together, double value) {

        public static Figure count(String name, String description, double value) {
            return new Figure(name, description, Together.SUM, value);
        }

        /** The longest that anybody waits; its name ends in {@code .seconds}. */
        public static Figure longest(String name, String description, double seconds) {
            return new Figure(name, description, Together.LONGEST, seconds);
        }
    }

    enum Together {
        SUM,
        LONGEST
    }
}
