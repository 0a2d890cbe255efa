package io.openteller.connectors.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.openteller.connectors.Connector.Auth;
import io.openteller.connectors.importing.Imported.Call;
import io.openteller.connectors.importing.Imported.Parameter;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a line of curl as somebody has it in their notes. What looks like a secret is taken out and named. */
public final class CurlLine {

    private static final Pattern SECRET = Pattern.compile("(?i).*(auth|key|token|secret|password|cookie|session|signature).*");
    /** Options without a meaning for the call that take a value. */
    private static final Set<String> SKIPPED = Set.of(
            "-o", "--output", "-m", "--max-time", "--connect-timeout", "-w", "--write-out", "--retry", "-A", "--user-agent", "-e",
            "--referer", "--cacert");

    private String method = "";
    private @Nullable String address;
    private @Nullable String data;
    private boolean query;
    private @Nullable Auth auth;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private CurlLine() {}

    /** @throws NotImported if it is no call by curl */
    public static Imported read(String line) throws NotImported {
        List<String> words = Words.of(line);
        if (words.isEmpty() || !words.getFirst().equals("curl")) {
            throw new NotImported("The line does not begin with curl.");
        }
        CurlLine curl = new CurlLine();
        Iterator<String> rest = words.subList(1, words.size()).iterator();
        while (rest.hasNext()) {
            curl.word(rest.next(), rest);
        }
        return curl.imported();
    }

    private void word(String word, Iterator<String> rest) throws NotImported {
        String option = word;
        String value = null;
        if (word.matches("--[a-z-]+=.*")) {
            option = word.substring(0, word.indexOf('='));
            value = word.substring(word.indexOf('=') + 1);
        } else if (word.matches("-[XHdu].+")) {
            option = word.substring(0, 2);
            value = word.substring(2);
        }
        switch (option) {
            case "-X", "--request" -> method = next(value, rest).toUpperCase(Locale.ROOT);
            case "-H", "--header" -> header(next(value, rest));
            case "-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--json", "--data-urlencode" -> data(next(value, rest));
            case "-u", "--user" -> {
                next(value, rest);
                secret("the name and password of -u");
            }
            case "-b", "--cookie" -> {
                next(value, rest);
                secret("a cookie");
            }
            case "-E", "--cert", "--key" -> {
                next(value, rest);
                notes.add("The line uses a client certificate; connectors cannot, yet.");
            }
            case "-G", "--get" -> query = true;
            case "--url" -> address = next(value, rest);
            default -> {
                if (SKIPPED.contains(option)) {
                    next(value, rest);
                } else if (!word.startsWith("-")) {
                    address = word;
                }
            }
        }
    }

    private static String next(@Nullable String value, Iterator<String> rest) throws NotImported {
        if (value != null) {
            return value;
        }
        if (!rest.hasNext()) {
            throw new NotImported("The line ends where a value of an option should be.");
        }
        return rest.next();
    }

    private void data(String more) throws NotImported {
        if (more.startsWith("@")) {
            throw new NotImported("The body is in a file; paste it into the line.");
        }
        data = data == null ? more : data + "&" + more;
    }

    private void secret(String what) {
        notes.add("Taken out: " + what + ". Put it into the plugin's settings.");
    }

    private void header(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            return;
        }
        String name = line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        switch (name.toLowerCase(Locale.ROOT)) {
            case "accept", "content-type", "user-agent", "host", "content-length", "connection" -> {}
            default -> {
                if (SECRET.matcher(name).matches()) {
                    secret("the header " + name);
                    if (!name.equalsIgnoreCase("cookie")) {
                        String prefix = value.contains(" ") ? value.substring(0, value.indexOf(' ') + 1) : null;
                        boolean harmless = prefix != null && prefix.matches("(?i)(bearer|key|apikey|token) ");
                        auth = new Auth(Auth.Type.API_KEY, null, null, null, Auth.Place.HEADER, name, harmless ? prefix : null);
                    }
                } else {
                    parameters.add(new Parameter(name, "header", true, value));
                }
            }
        }
    }

    private Imported imported() throws NotImported {
        URI uri = uri();
        query(uri.getRawQuery());
        JsonNode body = query ? MissingNode.getInstance() : body();
        if (query && data != null) {
            query(data);
        }
        String verb = method.isEmpty() ? (body.isMissingNode() ? "GET" : "POST") : method;
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        Call call = new Call(
                verb + " " + path, verb, path, null, parameters, body, MissingNode.getInstance(), List.of());
        return new Imported(
                null,
                List.of(uri.getScheme() + "://" + uri.getHost() + port),
                auth == null ? List.of() : List.of(auth),
                List.of(call),
                notes);
    }

    private URI uri() throws NotImported {
        if (address == null) {
            throw new NotImported("The line has no address.");
        }
        try {
            URI uri = new URI(address.contains("://") ? address : "https://" + address);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null) {
                throw new NotImported("The line's address is none of the web.");
            }
            if (uri.getRawUserInfo() != null) {
                secret("the name and password in the address");
            }
            return uri;
        } catch (java.net.URISyntaxException unreadable) {
            throw new NotImported("The line's address cannot be read.");
        }
    }

    private void query(@Nullable String text) {
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (SECRET.matcher(name).matches()) {
                secret("the query's " + name);
                auth = new Auth(Auth.Type.API_KEY, null, null, null, Auth.Place.QUERY, name, null);
            } else {
                parameters.add(new Parameter(name, "query", true, decoded(equals < 0 ? "" : pair.substring(equals + 1))));
            }
        }
    }

    private JsonNode body() {
        if (data == null) {
            return MissingNode.getInstance();
        }
        JsonNode tree;
        try {
            tree = new ObjectMapper().readTree(data);
        } catch (JsonProcessingException form) {
            var fields = JsonNodeFactory.instance.objectNode();
            for (String pair : data.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
            tree = fields;
        }
        return withoutSecrets(tree);
    }

    private JsonNode withoutSecrets(JsonNode tree) {
        if (tree instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
            for (String name : object.propertyStream().map(java.util.Map.Entry::getKey).toList()) {
                if (SECRET.matcher(name).matches() && object.path(name).isValueNode()) {
                    secret("the body's " + name);
                    object.remove(name);
                }
            }
        }
        tree.forEach(this::withoutSecrets);
        return tree;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
