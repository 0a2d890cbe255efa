package {{package}};

import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import {{point}};
import {{package}}.{{Name}}Api.Reply;
import java.util.List;
import org.pf4j.Extension;

/** What the plugin says of itself. */
@Extension
public final class {{Name}}Plugin implements OpentellerPlugin {

    @Override
    public String name() {
        return "{{name}}";
    }

    @Override
    public String settingsSchema() {
        return {{Name}}Settings.SPEC.schema();
    }

    /** Every operation, with what may go wrong, how sure the bank must be who asks, whether it can be undone and repeated. */
    @Override
    public List<Capability> capabilities() {
        return List.of(Capability.of(
                {{Point}}.class,
{{operations}}));
    }

    /** Asks for nothing of a customer. */
    @Override
    public Health check(CallContext context) {
        return switch ({{Name}}Api.get(context, State.class, "health")) {
            case Reply.Ok(var state) -> Health.up("the system says: " + state.status());
            case Reply.Missing() -> Health.down("at this address there is no /health; is it the right one?");
            case Reply.Refused(var reason) -> Health.down("the system refuses: " + reason);
            case Reply.Failed(var detail, var mayHaveHappened) -> Health.down(detail);
        };
    }

    private record State(String status) {}
}
