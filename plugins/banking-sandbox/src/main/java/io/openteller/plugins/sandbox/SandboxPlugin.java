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
        return SandboxSettings.SPEC.schema();
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
                new Capability("CustomerDirectory", List.of(read("profile"), read("holdings"))),
                new Capability(
                        "OperationProvider",
                        List.of(
                                new Operation("supplied", RiskClass.READ, Assurance.ANONYMOUS, true, true),
                                // What each operation risks and asks for is in the platform's catalogue; this is the most of it.
                                new Operation("perform", RiskClass.MONEY, Assurance.STEPPED_UP, false, true),
                                read("reconcile"))));
    }

    @Override
    public Health check(CallContext context) {
        try {
            SandboxSettings settings = SandboxSettings.SPEC.read(context);
            int customers = Store.of(settings, context.bank()).dataset().customers().size();
            return settings.outage()
                    ? new Health(false, "set to be out of order")
                    : new Health(true, customers + " customers");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Health(false, "the store is still being filled; try again in a moment");
        } catch (RuntimeException failure) {
            return new Health(false, String.valueOf(failure.getMessage()));
        }
    }

    private static Operation read(String name) {
        return new Operation(name, RiskClass.READ, Assurance.STEPPED_UP, true, true);
    }
}
