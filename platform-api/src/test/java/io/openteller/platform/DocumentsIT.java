package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.identity.Permission;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Documents from the upload to what a citation opens, over HTTP. */
class DocumentsIT {

    private static final String UPLOAD = "/api/v1/documents";

    private static EmbeddedServer platform;

    private TestBank bank;
    private TestProgram editor;

    @BeforeAll
    static void start() {
        platform = TestPlatform.start(Map.of());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_bank_with_an_editor() throws Exception {
        bank = TestBank.open(platform.getApplicationContext(), "GBP");
        editor = new TestProgram(
                platform, bank, EnumSet.of(Permission.KNOWLEDGE_READ, Permission.KNOWLEDGE_WRITE));
    }

    @Test
    void every_known_format_is_read_and_found() throws Exception {
        stored("locker.pdf", TestFiles.pdf("A small locker costs 75 pounds a year."), "PDF");
        stored("cheques.docx", TestFiles.docx("A cheque book of 50 leaves arrives in 7 days."), "DOCX");
        stored("branches.html", bytes("<h1>Branches</h1><p>Branches open at nine on weekdays.</p>"), "HTML");
        stored("savings.md", bytes("# Savings\nSavings accounts earn interest every quarter."), "MARKDOWN");
        assertThat(found("What does a small locker cost?")).startsWith("locker: ").contains("75 pounds");
        assertThat(found("When does my cheque book arrive?")).startsWith("cheques: ").contains("7 days");
        assertThat(found("When do branches open?")).startsWith("branches: ").contains("nine");
        assertThat(found("How often do savings earn interest?")).startsWith("savings: ").contains("quarter");
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_document_is_refused_and_not_half_stored() throws Exception {
        byte[] pdf = TestFiles.pdf("A small locker costs 75 pounds a year.");
        byte[] docx = TestFiles.docx("A cheque book of 50 leaves arrives in 7 days.");
        return Stream.of(
                refused("half a PDF", 422, "DOCUMENT_UNREADABLE", "a.pdf", Arrays.copyOf(pdf, 100)),
                refused("noise named PDF", 422, "DOCUMENT_UNREADABLE", "a.pdf", bytes("%PDF-1.7 and then nothing")),
                refused("a locked PDF", 422, "DOCUMENT_UNREADABLE", "a.pdf", TestFiles.lockedPdf("secret")),
                refused("an empty page", 422, "DOCUMENT_UNREADABLE", "a.pdf", TestFiles.pdf(" ")),
                refused("half a DOCX", 422, "DOCUMENT_UNREADABLE", "a.docx", Arrays.copyOf(docx, docx.length / 2)),
                refused("nothing", 422, "DOCUMENT_UNREADABLE", "a.md", new byte[0]),
                refused("text in another encoding", 422, "DOCUMENT_UNREADABLE", "a.md", new byte[] {'a', (byte) 0xe9}),
                refused("a program", 415, "DOCUMENT_TYPE_UNKNOWN", "a.exe", bytes("MZ")),
                refused("a file without a name", 400, "MALFORMED_REQUEST", ".md", bytes("# Hello\nthere")),
                new Refusals(bank).of("JSON", 415, "UNSUPPORTED_MEDIA_TYPE", () -> editor.request(UPLOAD)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build()),
                new Refusals(bank).of("no file", 400, "MALFORMED_REQUEST", () -> editor.request(UPLOAD)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx\r\n--b--\r\n"))
                        .build()),
                refused("more than 20 MB", 413, "DOCUMENT_TOO_LARGE", "a.md", new byte[20 * 1024 * 1024 + 1]));
    }

    @TestFactory
    Stream<DynamicTest> who_may_not() {
        TestProgram reader = new TestProgram(platform, bank, EnumSet.of(Permission.KNOWLEDGE_READ));
        byte[] document = bytes("# Savings\nThey earn interest.");
        return Stream.of(
                new Refusals(bank).of("a reader", 403, "NOT_ALLOWED", () -> reader.uploading(UPLOAD, "a.md", document)),
                new Refusals(bank).of("nobody", 401, "NOT_SIGNED_IN", () -> HttpRequest.newBuilder(
                                platform.getURI().resolve(UPLOAD))
                        .build()));
    }

    @Test
    void a_preview_stores_nothing() throws Exception {
        String before = bank.rows();
        HttpResponse<String> shown =
                editor.upload(UPLOAD + "/preview", "locker.pdf", TestFiles.pdf("A small locker costs 75 pounds."));
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body()).contains("75 pounds", "\"PDF\"");
        assertThat(bank.rows()).isEqualTo(before);
    }

    @Test
    void what_is_archived_is_not_found_until_it_is_restored_and_what_was_cited_still_opens() throws Exception {
        stored("locker.md", bytes("# Lockers\nA small locker costs 75 pounds a year."), "MARKDOWN");
        assertThat(editor.post(UPLOAD + "/locker/archive").body()).contains("ARCHIVED");
        assertThat(found("What does a small locker cost?")).isEmpty();
        assertThat(page("/locker/1").body()).contains("75 pounds");
        assertThat(editor.post(UPLOAD + "/locker/restore").body()).contains("PUBLISHED");
        assertThat(found("What does a small locker cost?")).startsWith("locker: ");
    }

    @Test
    void a_cited_version_stays_as_it_was() throws Exception {
        stored("locker.md", bytes("# Lockers\nA small locker costs 75 pounds a year."), "MARKDOWN");
        HttpResponse<String> next =
                editor.upload(UPLOAD, "locker.md", bytes("# Lockers\nA small locker costs 80 pounds a year."));
        assertThat(next.body()).contains("\"version\":2");
        assertThat(found("What does a small locker cost?")).contains("80 pounds");
        assertThat(page("/locker/1").body()).contains("75 pounds").doesNotContain("80 pounds");
        assertThat(page("/locker/2").body()).contains("80 pounds");
    }

    @Test
    void a_help_page_runs_nothing_that_a_document_brings() throws Exception {
        stored("evil.html", bytes("<h1>Fees</h1><p>Free &lt;script>alert(1)&lt;/script> <img src=x onerror=alert(1)></p>"), "HTML");
        HttpResponse<String> opened = page("/evil/1");
        assertThat(opened.body()).doesNotContain("<script", "<img");
        assertThat(opened.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
    }

    @Test
    void a_page_of_nothing_says_so_in_words() throws Exception {
        for (String path : new String[] {"/nothing/1", "/locker/999", "/locker/one", "/..%2F..%2Fetc/1"}) {
            HttpResponse<String> missing = page(path);
            assertThat(missing.statusCode()).as(path).isIn(400, 404);
            assertThat(missing.body()).doesNotContain("Exception", "io.openteller");
        }
    }

    private DynamicTest refused(String name, int status, String code, String fileName, byte[] content) {
        return new Refusals(bank).of(name, status, code, () -> editor.uploading(UPLOAD, fileName, content));
    }

    private void stored(String fileName, byte[] content, String format) throws Exception {
        HttpResponse<String> answer = editor.upload(UPLOAD, fileName, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"format\":\"" + format + "\"", "\"version\":1");
    }

    /** The best passage as {@code slug: text}; empty when there is none. */
    private String found(String question) throws Exception {
        String query = URLEncoder.encode(question, StandardCharsets.UTF_8);
        HttpResponse<String> answer = editor.get(UPLOAD + "/search?q=" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode items = TestVisitor.json(answer.body()).get("items");
        if (items == null || items.size() == 0) {
            return "";
        }
        return items.get(0).get("slug").getStringValue() + ": " + items.get(0).get("text").getStringValue();
    }

    private HttpResponse<String> page(String path) throws Exception {
        String address = "/help/" + bank.tenant().slug().value() + path;
        return TestProgram.send(
                HttpRequest.newBuilder(platform.getURI().resolve(address)).build());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
