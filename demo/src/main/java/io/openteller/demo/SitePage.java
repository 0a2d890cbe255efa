package io.openteller.demo;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One page for both banks; what differs comes from {@code bank.json}. */
@Singleton
class SitePage {

    /** As strict as a bank's own page should be: the widget must work under it. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String template = new String(resource("page.html"), StandardCharsets.UTF_8);

    String of(DemoBank bank) {
        return template.replace("{{slug}}", bank.slug())
                .replace("{{name}}", bank.name())
                .replace("{{siteKey}}", bank.siteKey())
                .replace("{{locale}}", bank.locale())
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
