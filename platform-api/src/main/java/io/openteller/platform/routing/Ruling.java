package io.openteller.platform.routing;

import java.util.List;

/**
 * A decision and how it came about.
 *
 * @param rule name of the rule that chose
 * @param tried every rule up to the one that chose, in order
 */
public record Ruling(Route route, String rule, List<Tried> tried) {

    /** @param why in words, with the figures that it looked at */
    public record Tried(String rule, boolean chosen, String why) {}
}
