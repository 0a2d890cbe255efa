package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.Ownership;
import io.openteller.platform.conversation.Person;
import io.openteller.platform.egress.internal.LoopbackSite;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.tenancy.CurrentTenant;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Where documents come from, over HTTP. */
class SourcesIT {

    private static final String UPLOADS = "/api/v1/sources/uploads";
    private static final String SITES = "/api/v1/sources/sites";
    private static final String CONVERSATIONS = "/api/v1/sources/conversations";
    private static final int MEGABYTE = 1 << 20;

    private static EmbeddedServer platform;

    private TestBank bank;
    private TestProgram editor;

    @BeforeAll
    static void start() {
        platform = TestPlatform.start(Map.of(
                "openteller.sources.loop", "true", "openteller.egress.private-addresses", "true"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_bank_with_an_editor() throws Exception {
        bank = TestBank.open(platform.getApplicationContext(), "GBP");
        editor = new TestProgram(platform, bank, EnumSet.of(Permission.KNOWLEDGE_READ, Permission.KNOWLEDGE_WRITE));
    }

    @Test
    void many_files_are_taken_in_at_once_and_read_one_by_one() throws Exception {
        HttpResponse<String> taken = TestProgram.send(uploading(
                part("a.md", bytes("# Lockers\nA small locker costs 75 pounds a year.")),
                part("b.pdf", TestFiles.pdf("Cards cost 10 pounds a year.")),
                part("c.pdf", bytes("no PDF at all")),
                part("d.md", bytes(" \n"))));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(finished(UPLOADS + "/" + text(taken, "id")))
                .contains("\"files\":4", "\"failed\":2", "FILE_EMPTY", "FILE_TYPE_UNKNOWN", "\"a\"", "\"b\"");
        assertThat(editor.get(UPLOADS).body()).contains(text(taken, "id"));
        assertThat(editor.get("/api/v1/documents/a").body()).contains("\"DRAFT\"");
    }

    @Test
    void a_file_without_a_byte_has_a_result_like_any_other() throws Exception {
        HttpResponse<String> taken = TestProgram.send(uploading(
                part("before.md", bytes("# Before\nThis one is fine.")), part("nothing.txt", bytes("")),
                part("after.md", bytes("# After\nThis one too."))));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(finished(UPLOADS + "/" + text(taken, "id")))
                .contains("\"files\":3", "\"failed\":1", "nothing.txt", "FILE_EMPTY", "\"before\"", "\"after\"");
    }

    @Test
    void an_upload_of_one_empty_file_says_so() throws Exception {
        HttpResponse<String> taken = TestProgram.send(uploading(part("nothing.txt", bytes(""))));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(finished(UPLOADS + "/" + text(taken, "id"))).contains("nothing.txt", "FILE_EMPTY");
    }

    @Test
    void a_file_of_200_megabytes_is_refused_for_itself_and_the_one_after_it_is_read() throws Exception {
        byte[] piece = new byte[MEGABYTE];
        Arrays.fill(piece, (byte) 'x');
        InputStream huge = new SequenceInputStream(Collections.enumeration(
                Stream.generate(() -> new ByteArrayInputStream(piece)).limit(200).toList()));
        HttpResponse<String> taken = TestProgram.send(uploading(
                new Part("huge.txt", huge, 200L * MEGABYTE), part("after.md", bytes("# After\nThis one is fine."))));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(finished(UPLOADS + "/" + text(taken, "id"))).contains("FILE_TOO_LARGE", "STORED");
    }

    @Test
    void a_site_is_set_up_visited_changed_and_removed() throws Exception {
        try (LoopbackSite web = new LoopbackSite()) {
            web.page("/", "<html><head><title>Fees</title></head><body><h1>Fees</h1><p>A card costs 10 pounds a year.</p></body></html>");
            HttpResponse<String> added = sent("POST", SITES, "{\"startUrl\":\"" + web.at("/") + "\",\"perSecond\":10}");
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            String id = text(added, "id");
            HttpResponse<String> run = editor.post(SITES + "/" + id + "/crawl");
            assertThat(run.statusCode()).as(run.body()).isEqualTo(202);
            assertThat(finished(SITES + "/runs/" + text(run, "id"))).contains("STORED", "localhost");
            assertThat(editor.get(SITES).body()).contains("\"changed\":1", "\"IDLE\"");
            assertThat(editor.get(SITES + "/" + id + "/runs").body()).contains("\"DONE\"");
            assertThat(sent("PUT", SITES + "/" + id, "{\"sitemapUrl\":\"" + web.at("/sitemap.xml") + "\",\"everyHours\":24}").body())
                    .contains("nextRunAt", "SITEMAP");
            assertThat(TestProgram.send(editor.request(SITES + "/" + id).DELETE().build()).statusCode()).isEqualTo(204);
            assertThat(editor.get(SITES).body()).doesNotContain(id);
        }
    }

    @Test
    void what_a_person_answered_becomes_a_draft_once_and_without_personal_data() throws Exception {
        UUID conversation = answered("How long does a transfer to another country take? My mail is ann.lee@mail.example",
                "A transfer to another country arrives within three working days, or one if it is sent before noon.");
        answered("Is my card lost?", "I have checked your account and your card is on its way to you since Monday morning.");
        String listed = editor.get(CONVERSATIONS).body();
        assertThat(TestVisitor.json(listed).get("items").size()).isEqualTo(1);
        assertThat(listed).contains("three working days", "Ben Agent").doesNotContain("ann.lee");
        HttpResponse<String> taken = sent("POST", CONVERSATIONS + "/" + conversation + "/take",
                "{\"question\":\"How long does a transfer abroad take\",\"answer\":\"Three working days.\"}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        assertThat(editor.get("/api/v1/documents/" + text(taken, "slug") + "/versions/1").body())
                .contains("How long does a transfer abroad take?", "\"pair\":true", "Three working days.");
        assertThat(editor.get(CONVERSATIONS).body()).doesNotContain(conversation.toString());
        assertThat(sent("POST", CONVERSATIONS + "/" + conversation + "/take", "{\"question\":\"Q\",\"answer\":\"A\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_dismissed_conversation_is_not_suggested_again() throws Exception {
        UUID conversation = answered("What does it cost to replace a lost card?",
                "Replacing a lost card costs five pounds, and nothing when it was stolen and reported.");
        assertThat(editor.post(CONVERSATIONS + "/" + conversation + "/dismiss").statusCode()).isEqualTo(204);
        assertThat(editor.get(CONVERSATIONS).body()).doesNotContain(conversation.toString());
        assertThat(editor.post(CONVERSATIONS + "/" + conversation + "/dismiss").statusCode()).isEqualTo(404);
    }

    @TestFactory
    Stream<DynamicTest> what_does_not_fit_is_refused() {
        TestProgram reader = new TestProgram(platform, bank, EnumSet.of(Permission.KNOWLEDGE_READ));
        Refusals refusals = new Refusals(bank);
        return Stream.of(
                refusals.of("no address", 422, "SOURCE_INVALID", () -> request("POST", SITES, "{}")),
                refusals.of("two addresses", 422, "SOURCE_INVALID", () -> request(
                        "POST", SITES, "{\"startUrl\":\"https://a.example\",\"sitemapUrl\":\"https://a.example\"}")),
                refusals.of("a file", 422, "SOURCE_INVALID", () -> request("POST", SITES, "{\"startUrl\":\"file:///etc/passwd\"}")),
                refusals.of("too fast", 422, "SOURCE_INVALID", () -> request(
                        "POST", SITES, "{\"startUrl\":\"https://a.example\",\"perSecond\":1000}")),
                refusals.of("a host that is none", 422, "SOURCE_INVALID", () -> request(
                        "POST", SITES, "{\"startUrl\":\"https://a.example\",\"allowedHosts\":[\"*\"]}")),
                refusals.of("a site that is not there", 404, "NOT_FOUND", () -> request("POST", SITES + "/" + UUID.randomUUID() + "/crawl", "")),
                refusals.of("an upload that is not there", 404, "NOT_FOUND", () -> editor.request(UPLOADS + "/" + UUID.randomUUID()).build()),
                refusals.of("an upload of nothing", 400, "MALFORMED_REQUEST", () -> uploading()),
                refusals.of("a reader who uploads", 403, "NOT_ALLOWED", () -> reader.uploading(UPLOADS, "a.md", bytes("# A\nB."))),
                refusals.of("a reader among conversations", 403, "NOT_ALLOWED", () -> reader.request(CONVERSATIONS).build()));
    }

    private UUID answered(String question, String answer) {
        var context = platform.getApplicationContext();
        Conversations conversations = context.getBean(Conversations.class);
        Ownership ownership = context.getBean(Ownership.class);
        Person agent = new Person(UUID.randomUUID(), "Ben Agent");
        return CurrentTenant.call(bank.tenant(), () -> {
            UUID id = conversations.open(new Opening("WIDGET", null, null, "en", "Hello, I am an assistant."));
            ownership.requestPerson(id, "Waiting");
            conversations.append(id, "m1", question, Duration.ofMinutes(1));
            ownership.take(id, agent, version(conversations, id), "Ben is here");
            ownership.say(id, agent, "s1", answer);
            ownership.close(id, agent, version(conversations, id), "Closed");
            return id;
        });
    }

    private static long version(Conversations conversations, UUID id) {
        return conversations.find(id).map(Conversation::version).orElseThrow();
    }

    /** Asked again until there is nothing more to wait for. */
    private String finished(String path) throws Exception {
        String now = editor.get(path).body();
        while (TestVisitor.json(now).get("state").getStringValue().equals("RUNNING")) {
            Thread.sleep(100);
            now = editor.get(path).body();
        }
        return now;
    }

    private HttpResponse<String> sent(String method, String path, String json) throws Exception {
        return TestProgram.send(request(method, path, json));
    }

    private HttpRequest request(String method, String path, String json) {
        return editor.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
    }

    private record Part(String name, InputStream content, long bytes) {}

    private static Part part(String name, byte[] content) {
        return new Part(name, new ByteArrayInputStream(content), content.length);
    }

    private HttpRequest uploading(Part... parts) {
        long length = 0;
        java.util.List<InputStream> body = new java.util.ArrayList<>();
        for (Part part : parts) {
            byte[] head = bytes("--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + part.name()
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.add(new ByteArrayInputStream(head));
            body.add(part.content());
            body.add(new ByteArrayInputStream(bytes("\r\n")));
            length += head.length + part.bytes() + 2;
        }
        byte[] end = bytes("--edge--\r\n");
        body.add(new ByteArrayInputStream(end));
        InputStream all = new SequenceInputStream(Collections.enumeration(body));
        return editor.request(UPLOADS)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> all), length + end.length))
                .build();
    }

    private static String text(HttpResponse<String> answer, String field) throws Exception {
        return TestVisitor.json(answer.body()).get(field).getStringValue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
