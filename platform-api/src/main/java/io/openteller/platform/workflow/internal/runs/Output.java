package io.openteller.platform.workflow.internal.runs;

import io.openteller.platform.workflow.Performed;
import java.util.List;
import java.util.Map;

/** Something that a run has for the turn that replies to the customer. Kept until one has. */
sealed interface Output {

    /** @param evidence values that were put into the text */
    record Said(String text, List<String> evidence) implements Output {}

    record Offered(List<String> labels) implements Output {}

    /** A card as the widget draws it. */
    record Asked(Map<String, Object> card) implements Output {}

    record Did(Performed performed) implements Output {}

    record Elsewhere(String message, String reminder) implements Output {}

    /** The customer wants this procedure first. */
    record Turned(String procedure, String message) implements Output {}

    record Passed(String team, String reason, Map<String, String> facts) implements Output {}

    /** @param outcome how it ended, as the definition names it */
    record Over(String outcome) implements Output {}
}
