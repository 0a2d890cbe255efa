package io.openteller.kit.contract;

import io.openteller.kit.contract.StandIn.Does;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The system behind the plugin is not there, or does not do as it should. */
final class FaultsCheck extends Check {

    private static final Map<Does, String> FAULTS = new EnumMap<>(Map.of(
            Does.FAIL, "answers 503",
            Does.REFUSE, "refuses the key",
            Does.SEND_GARBAGE, "answers with a page for people"));

    FaultsCheck() {
        super(
                "when the system behind it is down or talks nonsense, it says Unavailable and throws nothing",
                "catch Http.HttpFault, look at the status before the body, read the body strictly; whatever is left is"
                        + " Outcome.unavailable(…), and Health.down(…) from check");
    }

    @Override
    void run(Subject subject, Notes notes) throws InterruptedException {
        for (Operation operation : subject.operations()) {
            for (Map.Entry<Does, String> fault : FAULTS.entrySet()) {
                try (StandIn server = subject.standIn("bank-a").does(fault.getKey())) {
                    look(subject, operation, server, fault.getValue(), notes);
                }
            }
            StandIn gone = subject.standIn("bank-a");
            gone.close();
            look(subject, operation, gone, "takes no connection", notes);
        }
    }

    private static void look(Subject subject, Operation operation, StandIn server, String fault, Notes notes)
            throws InterruptedException {
        KitCall call = subject.call(server);
        Optional<Called> came = Bounded.call(operation, call);
        if (came.isEmpty()) {
            notes.fault("%s does not come back when the system %s", operation.name(), fault);
            return;
        }
        Called called = came.get();
        if (called.threw()) {
            notes.fault("%s %s when the system %s", operation.name(), called.words(), fault);
        }
        if (call.elsewhere() != null) {
            notes.fault("%s tries to reach %s, which is neither in a setting nor in egress", operation.name(), call.elsewhere());
        }
        if (!call.reachedOut() || called.threw()) {
            return;
        }
        notes.tried();
        boolean refused = fault.equals(FAULTS.get(Does.REFUSE)) && "Refused".equals(called.type());
        if (!called.sorry() && !refused) {
            notes.fault("%s says %s when the system %s", operation.name(), called.words(), fault);
        }
    }
}
