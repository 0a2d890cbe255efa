package io.openteller.plugins.restbank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.openteller.connectors.Connector.Exchange;
import io.openteller.connectors.Expressions;
import io.openteller.plugins.restbank.Bank.Manner;
import io.openteller.plugins.restbank.Shelf.Equipment;
import io.openteller.plugins.restbank.Wire.Reply;
import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.banking.OperationProvider;
import java.time.Clock;
import java.util.List;
import org.pf4j.Extension;

/** A bank's own API as the platform sees it. */
@Extension
public final class RestBankPlugin implements OpentellerPlugin {

    private final Shelf shelf = new Shelf();
    private final Expressions expressions = new Expressions();
    private final Bank bank = new Bank(Clock.systemUTC(), Thread::sleep);

    @Override
    public String name() {
        return "A bank's own API, by a connector";
    }

    @Override
    public String settingsSchema() {
        return RestSettings.SPEC.schema();
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(Capability.of(
                OperationProvider.class,
                new Operation("supplied", RiskClass.READ, Assurance.ANONYMOUS, true, true),
                // What each operation risks and asks for is in the platform's catalogue; this is the most of it.
                new Operation("perform", RiskClass.MONEY, Assurance.STEPPED_UP, false, true),
                new Operation("reconcile", RiskClass.READ, Assurance.STEPPED_UP, true, true)));
    }

    /** Reads the connector, signs in, and asks what the connector says is harmless to ask. */
    @Override
    public Health check(CallContext context) {
        try {
            Equipment with = shelf.of(context);
            bank.signIn(context, with);
            Exchange health = with.connector().health();
            if (health == null) {
                return Health.up("the connector can be read; it names no call to try");
            }
            Scope scope = Scope.of(expressions, context, "", context.callId(), JsonNodeFactory.instance.objectNode());
            Reply reply = bank.ask(context, with, health, scope, Manner.PLAIN);
            return reply.good() ? Health.up("the bank's server answers") : Health.down("the bank's server answered " + reply.status());
        } catch (Trouble trouble) {
            return Health.down(trouble.detail());
        } catch (RuntimeException surprise) {
            return Health.down("the bank's server could not be asked: " + surprise.getClass().getSimpleName());
        }
    }
}
