package io.openteller.plugins.httpbank;

import io.openteller.plugins.httpbank.BankServer.Reply;
import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.CardControl;
import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.spi.banking.DisputeDesk;
import io.openteller.spi.banking.TransactionReader;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.pf4j.Extension;

/** A bank's own server as the platform sees it. */
@Extension
public final class HttpBankPlugin implements OpentellerPlugin {

    private final BankServer server = new BankServer(Clock.systemUTC());

    @Override
    public String name() {
        return "A bank's own server";
    }

    @Override
    public String settingsSchema() {
        return BankSettings.SPEC.schema();
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(
                Capability.of(AccountReader.class, read("accounts")),
                Capability.of(TransactionReader.class, read("transactions")),
                Capability.of(
                        CardControl.class,
                        read("cards"),
                        new Operation("block", RiskClass.CHANGE, Assurance.STEPPED_UP, true, true)),
                Capability.of(
                        DisputeDesk.class,
                        // Protects the customer and discloses nothing: signing in is enough.
                        new Operation("open", RiskClass.CHANGE, Assurance.IDENTIFIED, true, true),
                        read("disputes")),
                Capability.of(CustomerDirectory.class, read("profile"), read("holdings")));
    }

    private static Operation read(String name) {
        return new Operation(name, RiskClass.READ, Assurance.STEPPED_UP, true, true);
    }

    @Override
    public Health check(CallContext context) {
        return server.exchange(context, Ask.health(), HttpBankPlugin::health, Health::down);
    }

    private static Health health(Reply reply) {
        if (reply.status() != 200) {
            return Health.down(BankServer.said(reply.status()));
        }
        return reply.answer().oneOf("status", Set.of("UP", "DOWN")).equals("UP")
                ? Health.up("the bank's server answers")
                : Health.down("the bank's server says that the systems behind it are down");
    }
}
