package io.openteller.platform.plugin.internal.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a directory says it has: its {@code catalogue.json}. Nothing in it is believed before the package itself is verified. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Catalogue(List<Entry> packages) {

    static final String FILE = "catalogue.json";
    private static final int MOST = 2_000;
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One package.
     *
     * @param key id of the key that it says it is signed with
     * @param sha256 of the zip, in hexadecimal
     * @param file name of the zip beside the catalogue
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            String id,
            String version,
            String name,
            @Nullable String description,
            @Nullable String publisher,
            @Nullable String key,
            @Nullable List<String> kinds,
            String sha256,
            String file) {

        private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,199}\\.zip");

        Entry {
            Objects.requireNonNull(id);
            Objects.requireNonNull(version);
            Objects.requireNonNull(name);
            if (!HASH.matcher(sha256).matches() || !NAME.matcher(file).matches()) {
                throw new IllegalArgumentException("no hash, or no name of a zip");
            }
        }
    }

    Catalogue {
        packages = List.copyOf(packages);
    }

    /** @throws IOException if it is none */
    static Catalogue read(byte[] json) throws IOException {
        Catalogue read;
        try {
            read = JSON.readValue(json, Catalogue.class);
        } catch (RuntimeException incomplete) {
            throw new IOException("not complete", incomplete);
        }
        if (read.packages().size() > MOST) {
            throw new IOException("more than " + MOST + " packages");
        }
        return read;
    }
}
