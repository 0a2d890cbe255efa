package io.openteller.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** Holds answers against docs/openapi.yml: whoever reads that must know of every way in which a route can go well. */
final class Described {

    private static final List<Route> ROUTES = read();

    private Described() {}

    private record Route(String method, String template, Pattern path, Set<String> statuses) {

        static Route of(String method, String template, Set<String> statuses) {
            return new Route(
                    method.toUpperCase(Locale.ROOT), template, Pattern.compile(template.replaceAll("\\{\\w+}", "[^/]+")), statuses);
        }

        boolean is(String asked, String at) {
            return method.equals(asked) && path.matcher(at).matches();
        }

        /** Words count before places for any word. */
        int words() {
            return template.replaceAll("\\{\\w+}", "").length();
        }
    }

    static void check(String method, String pathAndQuery, int status) {
        String path = pathAndQuery.replaceFirst("\\?.*", "");
        Set<String> described = ROUTES.stream()
                .filter(route -> route.is(method, path))
                .max(Comparator.comparingInt(Route::words))
                .map(Route::statuses)
                .orElse(Set.of());
        if (status / 100 == 2 && !described.isEmpty()) {
            assertThat(described).as("what docs/openapi.yml says of %s %s", method, path).contains(Integer.toString(status));
        }
    }

    private static List<Route> read() {
        try {
            Map<String, Object> document = new Yaml().load(Files.readString(Path.of("..", "docs", "openapi.yml")));
            return map(Objects.requireNonNull(document.get("paths"))).entrySet().stream()
                    .flatMap(path -> map(path.getValue()).entrySet().stream()
                            .map(one -> Route.of(one.getKey(), path.getKey(), statuses(one.getValue()))))
                    .collect(Collectors.toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> statuses(Object operation) {
        return map(Objects.requireNonNull(map(operation).get("responses"))).keySet();
    }

    @SuppressWarnings("unchecked") // what the parser gives for a YAML mapping
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
