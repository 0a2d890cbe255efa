package io.openteller.kit;

import io.openteller.host.Mode;
import io.openteller.kit.contract.Contract;
import io.openteller.kit.contract.Finding;
import io.openteller.packages.VerifiedPackage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = "Hold a package against the contract in a real host: in the platform's process, and in one of its own.")
final class TestCommand implements Callable<Integer> {

    private static final String PLAYBOOK = "src/test/plugin/contract.json";

    @Mixin
    private Help help = new Help();

    @Parameters(paramLabel = "DIR|ZIP", arity = "0..1", description = "a project or a package (default: this folder)")
    private Path what = Path.of(".");

    @Option(
            names = "--contract",
            paramLabel = "FILE",
            description = "how the system behind the plugin answers (default: the project's " + PLAYBOOK + ")")
    private @Nullable Path playbook;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("openteller-test");
        try {
            Path zip = what;
            if (Files.isDirectory(what)) {
                Project project = Project.at(what);
                project.build(help.out());
                zip = project.pack(work);
            }
            Zip.requireOne(zip);
            return held(ThrowAway.signed(zip, work));
        } finally {
            Folders.delete(work);
        }
    }

    private int held(VerifiedPackage verified) throws IOException, InterruptedException {
        Path file = playbook != null ? playbook : (Files.isDirectory(what) ? what : Path.of("")).resolve(PLAYBOOK);
        Contract contract = Contract.with(file);
        // The contract listens to what is printed; the report is not part of that.
        PrintWriter report = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        List<Finding> all = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            report.printf("%s %s, in %s%n", verified.manifest().id(), verified.manifest().version(),
                    mode == Mode.ISOLATED ? "a process of its own" : "the platform's process");
            all.addAll(contract.hold(verified, mode, finding -> tell(finding, report)));
        }
        long failed = all.stream().filter(finding -> !finding.passed()).count();
        if (failed == 0) {
            report.printf("%d checks passed, in both%n", all.size());
            return 0;
        }
        report.printf("%d of %d checks failed%n", failed, all.size());
        return 1;
    }

    private static void tell(Finding finding, PrintWriter report) {
        String tried = finding.tried() == 0 ? "nothing to try it with" : "tried " + finding.tried() + " times";
        report.printf("  %s %s (%s)%n", finding.passed() ? "ok  " : "FAIL", finding.check(), tried);
        if (!finding.passed()) {
            finding.faults().forEach(fault -> report.printf("         - %s%n", fault));
            report.printf("         To mend it: %s.%n", finding.mend());
        }
    }
}
