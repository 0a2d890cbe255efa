package io.openteller.kit.contract;

import io.openteller.kit.contract.StandIn.Does;
import java.util.List;

/** Secrets of the settings are words that are nowhere else; here they are looked for everywhere. */
final class SecretsCheck extends Check {

    SecretsCheck() {
        super(
                "no secret of its settings comes out: not in a result, not in an exception, not in a line of the log",
                "write details yourself, from a status or a kind of fault; never pass on an exception's message, a header, or what"
                        + " the server wrote; log no settings");
    }

    @Override
    void run(Subject subject, Notes notes) throws InterruptedException {
        for (Does does : List.of(Does.ANSWER, Does.REFUSE, Does.FAIL, Does.SEND_GARBAGE)) {
            try (StandIn server = subject.standIn("bank-a").does(does)) {
                List<String> secrets = subject.settings(server).secrets();
                for (Operation operation : subject.operations()) {
                    Bounded.call(operation, subject.call(server)).ifPresent(called -> {
                        if (!secrets.isEmpty()) {
                            notes.tried();
                        }
                        if (secrets.stream().anyMatch(called.text()::contains)) {
                            notes.fault("%s tells a secret in its %s", operation.name(),
                                    called.threw() ? "exception" : "result");
                        }
                    });
                }
                String said = subject.heard().all();
                if (secrets.stream().anyMatch(said::contains)) {
                    notes.fault("a secret was printed or logged");
                }
            }
        }
    }
}
