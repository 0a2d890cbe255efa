package io.openteller.spi.workflow;

import io.openteller.spi.CallContext;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.Experimental;
import java.util.List;
import org.pf4j.ExtensionPoint;

/** Brings kinds of steps. A step decides nothing about money: whoever may move it is asked through banking capabilities. */
@Experimental(settles = "2027-06-30")
public interface StepProvider extends ExtensionPoint {

    /** The same ones at every call, whatever the settings; asks nobody. */
    List<Step> steps(CallContext context);

    /** Runs one step. A call repeated with the same id has the effect of one, and gives the same result. Never throws. */
    StepResult run(CallContext context, StepCall call);

    /**
     * @param name lower-case letters, digits and hyphens; does not change
     * @param title for people who write procedures
     * @param inputSchema JSON Schema (2020-12) of an object
     * @param outputSchema JSON Schema (2020-12) of an object
     * @param risk READ or CHANGE; MONEY is not for steps
     */
    record Step(String name, String title, String description, String inputSchema, String outputSchema, RiskClass risk) {}
}
