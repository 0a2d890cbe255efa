package io.openteller.platform;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/**
 * What an operator of the platform does from a terminal: banks, their first staff, keys for programs. Uses the platform's
 * own configuration and starts no server.
 */
public final class PlatformOperator {

    private PlatformOperator() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, Map.of(), System.out, System.err));
    }

    /**
     * @param settings on top of the configuration
     * @return the exit code: 0 done, 1 failed, 2 not understood
     */
    static int run(String[] arguments, Map<String, Object> settings, PrintStream out, PrintStream err) {
        OperatorCommand command;
        try {
            command = OperatorCommand.parse(arguments);
        } catch (IllegalArgumentException unclear) {
            err.println(unclear.getMessage());
            err.print(OperatorCommand.USAGE);
            return 2;
        }
        Map<String, Object> quiet = new HashMap<>(settings);
        quiet.put("openteller.turn.loop", "false");
        quiet.put("openteller.relay.loop", "false");
        quiet.put("openteller.plugins.loop", "false");
        try (ApplicationContext platform = ApplicationContext.run(quiet)) {
            Actor operator = new Actor(Actor.Kind.OPERATOR, null, "operator");
            return CurrentActor.call(operator, () -> {
                command.run(platform, out);
                return 0;
            });
        } catch (RuntimeException failure) {
            err.println("not done: " + failure.getMessage());
            return 1;
        }
    }
}
