package io.openteller.demo;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** One page for both banks; what differs comes from {@code bank.json}. */
@Singleton
class SitePage {

    /** As strict as a bank's own page should be: the widget must work under it. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Set<String> LANGUAGES = Set.of("en", "hi", "ar");

    private final String template = new String(resource("page.html"), StandardCharsets.UTF_8);

    /** @param language of the assistant's own words; the page itself is English */
    String of(DemoBank bank, String language) {
        return template.replace("{{slug}}", bank.slug())
                .replace("{{name}}", bank.name())
                .replace("{{siteKey}}", bank.siteKey())
                .replace("{{language}}", LANGUAGES.contains(language) ? language : "en")
                .replace("{{other}}", bank.slug().equals("meridian") ? "harbour" : "meridian");
    }

    static byte[] resource(String name) {
        try (InputStream file = Objects.requireNonNull(SitePage.class.getResourceAsStream("/site/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
