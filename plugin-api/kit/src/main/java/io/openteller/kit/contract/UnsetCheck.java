package io.openteller.kit.contract;

import java.util.Optional;

/** A bank has not filled in the settings yet. */
final class UnsetCheck extends Check {

    UnsetCheck() {
        super(
                "without its settings it says so, and throws nothing",
                "SettingsSpec.read throws IllegalArgumentException with the name of the setting: catch it, and make a result of it");
    }

    @Override
    void run(Subject subject, Notes notes) throws InterruptedException {
        boolean needsSome = !subject.manifest().settings().path("required").isEmpty();
        try (StandIn server = subject.standIn("bank-a")) {
            for (Operation operation : subject.operations()) {
                KitCall call = new KitCall(server, subject.settings(server).none(), Subject.fresh("call"), Subject.USUAL);
                Optional<Called> came = Bounded.call(operation, call);
                notes.tried();
                if (came.isEmpty() || came.get().threw()) {
                    notes.fault("%s without settings: %s", operation.name(),
                            came.map(Called::words).orElse("does not come back"));
                } else if (needsSome && came.get().good()) {
                    notes.fault("%s without settings: says %s", operation.name(), came.get().words());
                }
            }
        }
    }
}
