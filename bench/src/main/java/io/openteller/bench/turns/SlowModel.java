package io.openteller.bench.turns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.openteller.bench.banks.BankSetUp;
import io.openteller.bench.banks.ModelRoute;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.patrons.Script;
import io.openteller.bench.processes.ModelServer;
import io.openteller.bench.processes.PlatformProcess;
import io.openteller.platform.answer.Answers;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.answer.Question;
import io.openteller.platform.tenancy.CurrentTenant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A model that answers with the sentence of the texts it is given that has most words of the question, after as long as it is
 * told to take. What it says is checked like what any model says, and holds.
 */
final class SlowModel implements AutoCloseable {

    private static final String NAME = "slow";
    private static final int CALL_MILLIS = 8_500;
    private static final Pattern TEXT = Pattern.compile("<text number=\"(\\d+)\">\n(.*?)\n</text>", Pattern.DOTALL);
    private static final Pattern QUESTION = Pattern.compile("<question>\n(.*?)\n</question>", Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("(?<=[.!?।])\\s+|\n+");
    private static final int SHORTEST = 20;
    /** Of a data set; to find more takes minutes. */
    private static final int QUESTIONS = 25;
    private static final JsonMapper JSON = new JsonMapper();

    private final ModelServer server;
    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final LongAdder asked = new LongAdder();
    private final Path demo;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private volatile int millis;

    SlowModel(Path demo, Canaries canaries) {
        this.server = new ModelServer(canaries);
        this.demo = demo;
        server.model(NAME, this::answer);
    }

    private void answer(ModelServer.Exchange exchange) throws IOException, InterruptedException {
        most.accumulateAndGet(asking.incrementAndGet(), Math::max);
        asked.increment();
        try {
            int time = millis;
            if (time > 0) {
                Thread.sleep(time);
            }
            exchange.says(said(exchange.body()));
        } finally {
            asking.decrementAndGet();
        }
    }

    void takes(int howManyMillis) {
        millis = howManyMillis;
        most.set(asking.get());
    }

    int mostAtOnce() {
        return most.get();
    }

    long asked() {
        return asked.sum();
    }

    /** What each bank has besides: the plugin that asks it. */
    BankSetUp.Furnishing beside(BankSetUp.Furnishing other) {
        return new BankSetUp.Furnishing() {
            @Override
            public String name(String slug) {
                return other.name(slug);
            }

            @Override
            public String word(String slug) {
                return other.word(slug);
            }

            @Override
            public void furnish(ApplicationContext platform, String dataset) {
                other.furnish(platform, dataset);
                known.computeIfAbsent(dataset, name -> known(platform, name));
                ModelRoute.prepare(platform, server.port(), NAME, word(CurrentTenant.get().slug().value()));
            }
        };
    }

    /** Some questions that the documents answer: others are never put to a model. */
    private Set<String> known(ApplicationContext platform, String dataset) {
        Answers answers = platform.getBean(Answers.class);
        return Script.questions(demo, dataset).stream()
                .filter(question -> answers.compose(Question.plain(question)) instanceof Composed.Grounded)
                .limit(QUESTIONS)
                .collect(Collectors.toSet());
    }

    /** What customers say whose questions are put to it. */
    Map<String, Script> scripts(Map<String, Script> all) {
        Map<String, Script> those = new TreeMap<>();
        all.forEach((dataset, script) -> those.put(dataset, script.asking(known.getOrDefault(dataset, Set.of()))));
        return those;
    }

    /** From now on all banks put their answers into its words. */
    void serve(PlatformProcess platform, List<SandboxBank> banks) {
        try {
            for (SandboxBank bank : banks) {
                ModelRoute.to(platform, bank, NAME, CALL_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    static String said(String body) {
        try {
            String prompt = JSON.readTree(body)
                    .path("messages")
                    .valueStream()
                    .map(message -> message.path("content"))
                    .map(content -> content.isTextual() ? content.asText() : content.toString())
                    .collect(Collectors.joining("\n"));
            Matcher question = QUESTION.matcher(prompt);
            Set<String> words = question.find() ? words(question.group(1)) : Set.of();
            String best = "";
            int from = 0;
            long shared = -1;
            Matcher text = TEXT.matcher(prompt);
            while (text.find()) {
                // Title and heading come first.
                for (String sentence : BREAK.split(text.group(2).replaceFirst("^.*\n.*\n", ""))) {
                    long now = words(sentence).stream().filter(words::contains).count();
                    if (sentence.length() >= SHORTEST && now > shared) {
                        best = sentence;
                        from = Integer.parseInt(text.group(1));
                        shared = now;
                    }
                }
            }
            return best.isEmpty() ? ModelServer.SAYS_NOTHING : written(best, from);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String written(String sentence, int from) {
        JsonNode answer = JSON.valueToTree(
                Map.of("answered", true, "sentences", List.of(Map.of("text", sentence.strip(), "sources", List.of(from)))));
        return answer.toString();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> word.length() > 2)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        server.close();
    }
}
