package io.openteller.platform;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** What a session may not do, and what cannot be read. */
class BadInputIT {

    private static final String HELLO = "{\"clientMessageId\":\"m1\",\"text\":\"hello\"}";

    private static EmbeddedServer platform;
    private static TestBank bank;
    private static TestBank other;
    private static TestVisitor visitor;
    private static TestVisitor second;
    private static TestVisitor foreign;

    @BeforeAll
    static void two_banks_with_visitors() throws Exception {
        platform = TestPlatform.start(Map.of("openteller.limits.messages-per-session", "1000"));
        bank = TestBank.open(platform.getApplicationContext(), "INR");
        other = TestBank.open(platform.getApplicationContext(), "GBP");
        visitor = TestVisitor.vouched(platform, bank, bank.vouched("MB-1001"));
        second = TestVisitor.anonymous(platform, bank);
        foreign = TestVisitor.anonymous(platform, other);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @TestFactory
    Stream<DynamicTest> without_the_session() {
        String token = visitor.token();
        String madeUp = token.substring(0, token.length() - 8) + "AAAAAAAA";
        return Stream.of(
                noSession("no token", null, TestBank.ORIGIN),
                noSession("a token like none", "ws_x", TestBank.ORIGIN),
                noSession("a token that was made up", madeUp, TestBank.ORIGIN),
                noSession("a token under another bank's name", renamed(token), TestBank.ORIGIN),
                noSession("no Origin", token, null),
                noSession("another page's Origin", token, "https://evil.example"));
    }

    @TestFactory
    Stream<DynamicTest> what_belongs_to_others() {
        String nobody = UUID.randomUUID().toString();
        return Stream.of(
                notFound("another visitor's conversation", () -> to(second, "/messages", HELLO)),
                notFound("another bank's conversation", () -> to(foreign, "/messages", HELLO)),
                notFound("another bank's conversation to rate", () -> to(foreign, "/csat", "{\"rating\":5}")),
                notFound("another bank's conversation to hand over", () -> to(foreign, "/handoff", "{}")),
                notFound(
                        "another bank's conversation to look at",
                        () -> addressed(foreign, "/events", visitor.token(), TestBank.ORIGIN).build()),
                notFound(
                        "a code for nobody's challenge",
                        () -> posted("/step-up", "{\"challengeId\":\"" + nobody + "\",\"code\":\"123456\"}")),
                notFound(
                        "a new code for nobody's challenge",
                        () -> posted("/step-up/resend", "{\"challengeId\":\"" + nobody + "\"}")),
                notFound("nobody's action", () -> posted("/confirmations/" + nobody, "{\"accept\":true}")),
                notFound("an address of nothing", () -> posted("/nothing", "{}")));
    }

    @TestFactory
    Stream<DynamicTest> what_cannot_be_read() {
        return Stream.of(
                malformed("half a JSON object", () -> posted("/messages", "{\"text\":\"hel")),
                malformed("a list", () -> posted("/messages", "[1,2]")),
                malformed("a text that is an object", () -> posted("/messages", "{\"text\":{}}")),
                malformed("nothing at all", () -> posted("/messages", "")),
                malformed(
                        "bytes that are no UTF-8",
                        () -> raw("application/json", BodyPublishers.ofByteArray(
                                HELLO.replace("hello", "café").getBytes(StandardCharsets.ISO_8859_1)))),
                malformed("an action's id that is none", () -> posted("/confirmations/7", "{\"accept\":true}")),
                malformed("no choice", () -> posted("/confirmations/" + UUID.randomUUID(), "{}")),
                malformed("a code without its challenge", () -> posted("/step-up", "{\"code\":\"123456\"}")),
                malformed("a challenge that is none", () -> posted("/step-up", "{\"challengeId\":\"x\"}")),
                malformed("a conversation's id that is none", () -> HttpRequest.newBuilder(
                                platform.getURI().resolve("/api/v1/widget/conversations/%27%3B--/messages"))
                        .header("Origin", TestBank.ORIGIN)
                        .header("Authorization", "Bearer " + visitor.token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(HELLO))
                        .build()),
                refused("an event id that is no number", 400, "BAD_EVENT_ID", () -> resuming("seven")),
                refused("an event id below zero", 400, "BAD_EVENT_ID", () -> resuming("-1")),
                refused("an event id without end", 400, "BAD_EVENT_ID", () -> resuming("9".repeat(40))),
                refused("another content type", 415, "UNSUPPORTED_MEDIA_TYPE", () -> raw(
                        "text/plain", BodyPublishers.ofString("hello"))),
                refused("another method", 405, "METHOD_NOT_ALLOWED", () -> visitor.request("/messages")
                        .DELETE()
                        .build()));
    }

    @TestFactory
    Stream<DynamicTest> what_is_too_much_or_too_little() {
        return Stream.of(
                refused("no text", 422, "EMPTY_MESSAGE", () -> said(" \n")),
                refused("4,001 characters", 422, "MESSAGE_TOO_LONG", () -> said("x".repeat(4_001))),
                refused("an id with a space", 422, "BAD_CLIENT_MESSAGE_ID", () -> posted(
                        "/messages", HELLO.replace("m1", "m 1"))),
                refused("six stars", 422, "BAD_RATING", () -> posted("/csat", "{\"rating\":6}")),
                refused("more than 64 KiB", 413, "BODY_TOO_LARGE", () -> said("x".repeat(66_000))),
                refused("10 MB", 413, "BODY_TOO_LARGE", () -> said("x".repeat(10_000_000))),
                refused("a body that does not say how long it is", 411, "LENGTH_REQUIRED", () -> raw(
                        "application/json",
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(HELLO.getBytes(StandardCharsets.UTF_8))))));
    }

    private static DynamicTest noSession(String name, @Nullable String token, @Nullable String origin) {
        return refused(name, 401, "NO_SESSION", () -> addressed(visitor, "/messages", token, origin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(HELLO))
                .build());
    }

    private static DynamicTest notFound(String name, ThrowingSupplier<HttpRequest> made) {
        return refused(name, 404, "NOT_FOUND", made);
    }

    private static DynamicTest malformed(String name, ThrowingSupplier<HttpRequest> made) {
        return refused(name, 400, "MALFORMED_REQUEST", made);
    }

    private static DynamicTest refused(String name, int status, String code, ThrowingSupplier<HttpRequest> made) {
        return new Refusals(bank, other).of(name, status, code, made);
    }

    private static String renamed(String token) {
        return token.replace(bank.tenant().slug().value(), other.tenant().slug().value());
    }

    private static HttpRequest said(String text) throws Exception {
        return posted("/messages", TestVisitor.written(Map.of("clientMessageId", "m1", "text", text)));
    }

    private static HttpRequest posted(String path, String body) {
        return to(visitor, path, body);
    }

    /** With the first visitor's session, to whosever conversation. */
    private static HttpRequest to(TestVisitor whose, String path, String body) {
        return addressed(whose, path, visitor.token(), TestBank.ORIGIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest raw(String contentType, BodyPublisher body) {
        return visitor.request("/messages").header("Content-Type", contentType).POST(body).build();
    }

    private static HttpRequest resuming(String lastEventId) {
        return visitor.request("/events").header("Last-Event-ID", lastEventId).build();
    }

    private static HttpRequest.Builder addressed(
            TestVisitor whose, String path, @Nullable String token, @Nullable String origin) {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.getURI()
                .resolve("/api/v1/widget/conversations/" + whose.conversation() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return origin == null ? request : request.header("Origin", origin);
    }
}
