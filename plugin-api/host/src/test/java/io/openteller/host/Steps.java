package io.openteller.host;

import io.openteller.packages.VerifiedPackage;
import io.openteller.spi.workflow.StepCall;
import io.openteller.spi.workflow.StepProvider;
import io.openteller.spi.workflow.StepResult;
import java.nio.file.Path;
import java.time.Duration;

/** A probe whose step does what its source says. */
final class Steps {

    private static final String REST = """
            public List<Step> steps(CallContext context) { return List.of(); }
            """;

    private Steps() {}

    /** @param run the statements of {@code StepResult run(CallContext context, StepCall call) throws Exception} */
    static VerifiedPackage doing(Path folder, String run) {
        return version(folder, "1.0.0", run);
    }

    static VerifiedPackage version(Path folder, String version, String run) {
        return TestPackage.of(folder, version, StepProvider.class, """
                %s
                public io.openteller.spi.workflow.StepResult run(CallContext context, io.openteller.spi.workflow.StepCall call) {
                    try { return run2(context, call); } catch (Exception sneaky) { throw Probe.<RuntimeException>sneak(sneaky); }
                }
                @SuppressWarnings("unchecked")
                static <T extends Exception> T sneak(Exception any) throws T { throw (T) any; }
                static io.openteller.spi.workflow.StepResult done(String text) { return io.openteller.spi.workflow.StepResult.done(text); }
                io.openteller.spi.workflow.StepResult run2(CallContext context, io.openteller.spi.workflow.StepCall call) throws Exception {
                    %s
                }
                """.formatted(REST, run));
    }

    static String run(Hosted hosted, String step) {
        return run(hosted, step, TestContext.within(Duration.ofSeconds(5)));
    }

    static String run(Hosted hosted, String step, TestContext context) {
        StepProvider steps = hosted.extension(StepProvider.class).orElseThrow();
        return switch (steps.run(context, call(step))) {
            case StepResult.Done(String output) -> output;
            case StepResult other -> other.toString();
        };
    }

    private static StepCall call(String step) {
        return new StepCall() {
            @Override
            public String step() {
                return step;
            }

            @Override
            public String input() {
                return "{}";
            }

            @Override
            public String customerRef() {
                return "C-1";
            }
        };
    }
}
