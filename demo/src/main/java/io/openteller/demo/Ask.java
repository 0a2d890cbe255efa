package io.openteller.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code openteller ask}: one message, or many, through the running platform; prints what came of each as JSON. */
public final class Ask {

    private static final String USAGE = """
            openteller ask --bank BANK [--customer ID] "text"
            openteller ask --bank BANK [--customer ID] --file in.jsonl --out out.jsonl
              in.jsonl: one JSON object per line with "text", and "customer" if it differs
              --phone     types in the code that the customer's phone gets, if the platform sends one
              --url URL   where the platform is (default: the running one)
              --data DIR  the platform's data folder""";

    private Ask() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** @return the exit code: 0, 2 for wrong arguments or input, 1 when the platform did not answer */
    static int run(String[] arguments) {
        try {
            AskOptions options = AskOptions.parse(List.of(arguments));
            AskClient client = new AskClient(options);
            if (options.file() == null) {
                System.out.println(client.ask(options.customer(), options.text()));
            } else {
                many(options, client);
            }
            return 0;
        } catch (IllegalArgumentException wrong) {
            System.err.println("openteller: " + wrong.getMessage());
            System.err.println(USAGE);
            return 2;
        } catch (IOException failure) {
            System.err.println("openteller: " + failure.getMessage());
            return 1;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void many(AskOptions options, AskClient client) throws IOException, InterruptedException {
        Path in = Path.of(options.file());
        if (!Files.isReadable(in)) {
            throw new IllegalArgumentException("cannot read " + in);
        }
        List<AskClient.Question> questions = client.questions(Files.readAllLines(in));
        try (var out = Files.newBufferedWriter(Path.of(options.out()))) {
            int done = 0;
            for (AskClient.Question question : questions) {
                String customer = question.customer() == null ? options.customer() : question.customer();
                out.write(client.ask(customer, question.text()));
                out.newLine();
                done++;
                System.err.printf("\r%d of %d", done, questions.size());
            }
            System.err.println();
        }
    }
}
