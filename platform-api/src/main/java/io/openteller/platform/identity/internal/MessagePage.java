package io.openteller.platform.identity.internal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/** A small page of its own for people whom no console can greet yet. Holds fixed sentences only, so nothing to escape. */
final class MessagePage {

    private MessagePage() {}

    static MutableHttpResponse<String> of(Refusal refusal) {
        String nonce = Secrets.random();
        String page = """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s – Openteller</title>
                <style nonce="%s">
                :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
                body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
                main { max-width: 26rem; padding: 2rem; }
                h1 { font-size: 1.5rem; line-height: 1.25; }
                a { display: inline-block; min-height: 44px; line-height: 44px; padding: 0 1.25rem; border-radius: 8px;
                    background: #1d4ed8; color: #fff; text-decoration: none; }
                </style>
                </head>
                <body>
                <main role="main">
                <h1>%s</h1>
                <p>%s</p>
                <p><a href="/auth/login">Try again</a></p>
                </main>
                </body>
                </html>
                """.formatted(refusal.title(), nonce, refusal.title(), refusal.sentence());
        return HttpResponse.<String>status(io.micronaut.http.HttpStatus.valueOf(refusal.status()))
                .body(page)
                .contentType(MediaType.TEXT_HTML_TYPE)
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'nonce-" + nonce
                                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }
}
