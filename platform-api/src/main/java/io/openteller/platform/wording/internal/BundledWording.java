package io.openteller.platform.wording.internal;

import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Texts from {@code resources/wording/<language>.properties}. A language that lacks a phrase stops the start. */
@Singleton
class BundledWording implements Wording {

    static final List<String> LANGUAGES = List.of("en", "hi", "hi-Latn", "ar");

    private final Map<String, Map<Phrase, String>> texts = new HashMap<>();

    BundledWording() {
        LANGUAGES.forEach(language -> texts.put(language, read(language)));
    }

    @Override
    public String say(Phrase phrase, String language, Object... arguments) {
        Map<Phrase, String> ofLanguage = texts.getOrDefault(language, texts.getOrDefault(base(language), english()));
        String text = Objects.requireNonNull(ofLanguage.get(phrase));
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    private Map<Phrase, String> english() {
        return Objects.requireNonNull(texts.get("en"));
    }

    private static String base(String language) {
        return language.split("-", 2)[0];
    }

    private static Map<Phrase, String> read(String language) {
        Properties file = new Properties();
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(
                        BundledWording.class.getResourceAsStream("/wording/" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            file.load(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<Phrase, String> read = new HashMap<>();
        for (Phrase phrase : Phrase.values()) {
            String text = file.getProperty(phrase.name());
            if (text == null) {
                throw new IllegalStateException("wording of " + language + " lacks " + phrase);
            }
            read.put(phrase, text);
        }
        return read;
    }
}
