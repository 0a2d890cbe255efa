package io.openteller.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void the_last_line_is_one_object_with_the_metrics() throws IOException {
        Path test = file("test.jsonl", """
                {"text": "Where do I find the opening hours?", "lang": "en"}
                {"text": "Wo finde ich bitte die Öffnungszeiten der Filiale?", "lang": "de"}
                {"text": "Où puis-je trouver les horaires de votre agence ?", "lang": "de"}
                """);
        assertThat(run("language", "--test", test.toString())).isZero();
        JsonNode metrics = new JsonMapper().readTree(lines(out).getLast());
        assertThat(metrics.get("accuracy").asDouble()).isEqualTo(2 / 3.0);
        assertThat(metrics.get("byLanguage").get("de").asDouble()).isEqualTo(0.5);
    }

    @Test
    void intents_are_learned_from_one_file_and_measured_on_another() throws IOException {
        Path train = file("train.csv", """
                text,category
                "open the garage,
                please",garage
                the garage door is stuck,garage
                water the roses,roses
                my roses have greenfly,roses
                """);
        Path test = file("test.csv", "text,label\ncan someone open my garage,garage\nthe roses are dry,roses\n");
        assertThat(run("intents", "--train", train.toString(), "--test", test.toString()))
                .isZero();
        JsonNode metrics = new JsonMapper().readTree(lines(out).getLast());
        assertThat(metrics.get("accuracy").asDouble()).isEqualTo(1);
        assertThat(metrics.get("trainRows").asInt()).isEqualTo(4);
        assertThat(metrics.get("p95Micros").asDouble()).isPositive();
    }

    @Test
    void what_cannot_be_used_is_one_line_and_exit_2() throws IOException {
        Path broken = file("broken.jsonl", "{\"text\": \n");
        Path empty = file("empty.csv", "text,label\n");
        Path other = file("other.csv", "a,b\n1,2\n");
        assertRefused("no suite", "nonsense");
        assertRefused("needed", "language");
        assertRefused("needs a value", "language", "--test");
        assertRefused("unknown option", "language", "--tset", broken.toString());
        assertRefused("no readable file", "language", "--test", folder.resolve("missing").toString());
        assertRefused("line 1: not JSON", "language", "--test", broken.toString());
        assertRefused("no rows", "language", "--test", empty.toString());
        assertRefused("no field text", "language", "--test", other.toString());
        assertRefused("two intents", "intents", "--train", oneIntent().toString(), "--test", oneIntent().toString());
    }

    private Path oneIntent() throws IOException {
        return file("one.csv", "text,label\nhello,greeting\n");
    }

    private void assertRefused(String why, String... words) {
        out.reset();
        err.reset();
        assertThat(run(words)).as("%s", List.of(words)).isEqualTo(2);
        assertThat(lines(err).stream().filter(line -> line.startsWith("eval: "))).hasSize(1);
        assertThat(lines(err).getLast()).contains(why);
        assertThat(out.size()).isZero();
    }

    private int run(String... words) {
        return new Bench(stream(out), stream(err)).run(List.of(words));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
