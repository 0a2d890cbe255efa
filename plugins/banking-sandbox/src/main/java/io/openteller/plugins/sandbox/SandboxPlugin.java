package io.openteller.plugins.sandbox;

import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import java.util.List;
import org.pf4j.Extension;

/** The sandbox as the platform sees it. */
@Extension
public final class SandboxPlugin implements OpentellerPlugin {

    @Override
    public String name() {
        return "Banking sandbox";
    }

    @Override
    public String settingsSchema() {
        return """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                 "title": "Banking sandbox", "additionalProperties": false, "required": ["dataset", "dataFolder"],
                 "properties": {
                   "dataset": {"type": "string", "title": "Data set", "pattern": "^[a-z][a-z0-9-]{0,39}$",
                     "description": "Which customers there are: meridian or harbour"},
                   "dataFolder": {"type": "string", "title": "Folder", "minLength": 1,
                     "description": "Where the store is kept on the platform's machine"},
                   "outage": {"type": "boolean", "title": "Out of order", "default": false,
                     "description": "Answers every call as if the bank's system were down, to see what customers see"}}}
                """;
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(
                new Capability("AccountReader", List.of(read("accounts"))),
                new Capability("TransactionReader", List.of(read("transactions"))),
                new Capability(
                        "CardControl",
                        List.of(read("cards"), new Operation("block", RiskClass.CHANGE, Assurance.STEPPED_UP, true, true))),
                new Capability(
                        "DisputeDesk",
                        List.of(
                                // Protects the customer and discloses nothing: signing in is enough.
                                new Operation("open", RiskClass.CHANGE, Assurance.IDENTIFIED, true, true),
                                read("disputes"))),
                new Capability("CustomerDirectory", List.of(read("profile"), read("holdings"))));
    }

    @Override
    public Health check(CallContext context) {
        try {
            int customers = Store.of(context).dataset().customers().size();
            boolean outage = "true".equals(context.setting("outage"));
            return new Health(!outage, outage ? "set to be out of order" : customers + " customers");
        } catch (RuntimeException failure) {
            return new Health(false, String.valueOf(failure.getMessage()));
        }
    }

    private static Operation read(String name) {
        return new Operation(name, RiskClass.READ, Assurance.STEPPED_UP, true, true);
    }
}
