package io.openteller.local;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The commands of the launcher that concern processes. What stands after {@code --} is for the program that is run. */
public final class Local {

    private static final int NOT_RUNNING = 3;

    private Local() {}

    public static void main(String[] arguments) {
        int code;
        try {
            List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
            int end = words.contains("--") ? words.indexOf("--") : words.size();
            Options options = Options.parse(words.subList(0, end));
            code = switch (arguments[0]) {
                case "up" -> new Up(options, System.out).run();
                case "down" -> down(options);
                case "status" -> status(options);
                case "address" -> address(options);
                case "platform-operator" ->
                    new Operator(options, words.subList(Math.min(end + 1, words.size()), words.size()))
                            .run(run(options).flatMap(Run::address).orElse(null));
                default -> throw new Options.Unclear("unknown command '" + arguments[0] + "'");
            };
        } catch (Options.Unclear unclear) {
            System.err.println("openteller: " + unclear.getMessage());
            code = 2;
        } catch (CannotStart sentence) {
            System.err.println("openteller: " + sentence.getMessage());
            code = 1;
        } catch (RuntimeException surprise) {
            System.err.println("openteller: this is a fault of Openteller: please report it with these lines");
            surprise.printStackTrace();
            code = 1;
        }
        System.exit(code);
    }

    private static int down(Options options) {
        Optional<Run> found = run(options);
        if (found.isEmpty() || (found.get().watcher().isEmpty() && found.get().processes().findAny().isEmpty())) {
            say("nothing runs on " + options.data());
            return 0;
        }
        Run run = found.get();
        // Its own end stops what it started; what is left after that was left over from another run.
        run.watcher().ifPresent(watcher -> watcher.stop("TERM", Duration.ofSeconds(90)));
        run.stop(Local::say);
        run.ended();
        say("down");
        return 0;
    }

    private static int status(Options options) {
        List<Child> children = run(options).stream().flatMap(Run::processes).toList();
        children.forEach(child -> say("%-9s runs, process %d, port %d".formatted(child.name(), child.pid(), child.port())));
        Optional<String> address = run(options).flatMap(Run::address);
        say(address.map(url -> "up at " + url).orElse("not running on " + options.data()));
        return address.isPresent() ? 0 : NOT_RUNNING;
    }

    private static int address(Options options) {
        System.out.println(run(options)
                .flatMap(Run::address)
                .orElseThrow(() -> new CannotStart("not running; start it with './openteller up'")));
        return 0;
    }

    private static Optional<Run> run(Options options) {
        return Optional.of(options.data())
                .filter(folder -> Files.exists(folder.resolve("secrets.properties")))
                .map(folder -> new Run(DataFolder.at(folder)));
    }

    private static void say(String line) {
        System.out.println("openteller: " + line);
    }
}
