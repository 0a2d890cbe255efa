package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a platform publishes, read as Prometheus reads it. */
final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)(?: \\S+)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final String text;
    private final List<Sample> samples = new ArrayList<>();

    record Sample(String name, Map<String, String> labels, double value) {}

    private Scrape(String text) {
        this.text = text;
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            Map<String, String> labels = new HashMap<>();
            Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
            samples.add(new Sample(sample.group(1), labels, Double.parseDouble(sample.group(3))));
        });
    }

    static Scrape of(EmbeddedServer platform) throws Exception {
        HttpRequest asked =
                HttpRequest.newBuilder(platform.getURI().resolve("/prometheus")).build();
        var answer = TestVisitor.CLIENT.send(asked, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Scrape(answer.body());
    }

    String text() {
        return text;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        samples.forEach(sample -> names.add(sample.name()));
        return names;
    }

    Set<String> labelsOf(String name) {
        Set<String> labels = new TreeSet<>();
        samples.stream().filter(sample -> sample.name().equals(name)).forEach(sample -> labels.addAll(sample.labels().keySet()));
        return labels;
    }

    Set<String> values(String label) {
        Set<String> values = new TreeSet<>();
        samples.stream().filter(sample -> sample.labels().containsKey(label)).forEach(sample -> values.add(sample.labels().get(label)));
        return values;
    }

    /** The sum of all samples with these labels; 0 if there is none. @param labels name, value, name, value */
    double value(String name, String... labels) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .filter(sample -> {
                    boolean fits = true;
                    for (int i = 0; i < labels.length; i += 2) {
                        fits &= labels[i + 1].equals(sample.labels().get(labels[i]));
                    }
                    return fits;
                })
                .mapToDouble(Sample::value)
                .sum();
    }
}
