package io.openteller.platform.banking.internal.policy;

import io.openteller.operations.Figures;
import io.openteller.operations.OperationSpec.Approval;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a colleague must agree too. */
public final class FourEyes {

    private FourEyes() {}

    /** Why; null if nobody must. An amount in a currency for which there is no line is above it. */
    public static @Nullable String needed(Asked asked) {
        Approval approval = asked.spec().approval();
        if (asked.bounds().approval()) {
            return "The bank wants every one of these to be agreed to";
        }
        if (approval.when() == Approval.When.ALWAYS) {
            return "Every one of these has to be agreed to";
        }
        String own = above(asked.bounds().aboveMinor(), asked.amount());
        boolean lined = approval.when() == Approval.When.ABOVE;
        return own != null || !lined ? own : always(approval.aboveMinor(), asked.amount());
    }

    private static @Nullable String above(Map<String, Long> lines, @Nullable Amount amount) {
        Long line = amount == null ? null : lines.get(amount.currency());
        return line != null && amount != null && amount.minor() > line
                ? "Above " + Figures.money(line, amount.currency())
                : null;
    }

    private static @Nullable String always(Map<String, Long> lines, @Nullable Amount amount) {
        return amount == null || !lines.containsKey(amount.currency())
                ? "There is no line for this amount"
                : above(lines, amount);
    }
}
