package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.identity.Role;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
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
    private TestProgram approver;

    @BeforeAll
    static void start() {
        platform = TestPlatform.start(Map.of());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_bank_with_people() throws Exception {
        bank = TestBank.open(platform.getApplicationContext(), "GBP");
        editor = new TestProgram(platform, bank, Role.KNOWLEDGE_EDITOR.permissions());
        approver = new TestProgram(platform, bank, Role.SUPERVISOR.permissions());
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
    void a_textdocument_can_be_written_and_an_endless_one_cannot() throws Exception {
        String text = "A locker costs 75 pounds a year. ".repeat(4_000);
        json(sent(editor, "POST", "/text", "{\"title\":\"Lockers\",\"markdown\":\"" + text + "\"}"));
        problem(
                sent(editor, "PUT", "/lockers/versions/1", "{\"markdown\":\"" + text.repeat(20) + "\"}"),
                413,
                "BODY_TOO_LARGE");
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
    void an_uploaded_draft_is_found_by_nobody_and_opened_by_nobody() throws Exception {
        drafted("locker.md", bytes("# Lockers\nA small locker costs 75 pounds a year."));
        assertThat(found("What does a small locker cost?")).isEmpty();
        assertThat(page("/locker/1").statusCode()).isEqualTo(404);
        assertThat(editor.get(UPLOAD + "/locker/versions/1").body()).contains("\"DRAFT\"", "75 pounds");
    }

    @Test
    void what_is_archived_is_not_found_and_what_was_cited_still_opens() throws Exception {
        stored("locker.md", bytes("# Lockers\nA small locker costs 75 pounds a year."), "MARKDOWN");
        assertThat(approver.post(UPLOAD + "/locker/archive").body()).contains("\"archived\":true");
        assertThat(found("What does a small locker cost?")).isEmpty();
        assertThat(page("/locker/1").body()).contains("75 pounds", "no longer in force: the bank withdrew it");
        assertThat(editor.post(UPLOAD + "/locker/restore").body()).contains("\"archived\":false", "IN_REVIEW");
        assertThat(found("What does a small locker cost?")).isEmpty();
        approved("locker", 2);
        assertThat(found("What does a small locker cost?")).startsWith("locker: ");
    }

    @Test
    void a_cited_version_stays_as_it_was_and_says_that_it_is_over() throws Exception {
        stored("locker.md", bytes("# Lockers\nA small locker costs 75 pounds a year."), "MARKDOWN");
        assertThat(page("/locker/1").body()).contains("75 pounds").doesNotContain("no longer");
        drafted("locker.md", bytes("# Lockers\nA small locker costs 80 pounds a year."));
        assertThat(found("What does a small locker cost?")).contains("75 pounds");
        submitted("locker", 2);
        approved("locker", 2);
        assertThat(found("What does a small locker cost?")).contains("80 pounds");
        assertThat(page("/locker/1").body())
                .contains("75 pounds", "no longer in force: a newer one took its place")
                .doesNotContain("80 pounds");
        assertThat(page("/locker/2").body()).contains("80 pounds").doesNotContain("no longer");
    }

    @Test
    void who_wrote_it_cannot_approve_it_whatever_else_they_may() throws Exception {
        TestProgram admin = new TestProgram(platform, bank, Role.ADMIN.permissions());
        JsonNode made = json(sent(admin, "POST", "/text", "{\"title\":\"Lockers\",\"markdown\":\"A locker costs 75 pounds.\"}"));
        assertThat(made.get("slug").getStringValue()).isEqualTo("lockers");
        assertThat(made.get("versions").get(0).get("mine").getBooleanValue()).isTrue();
        assertThat(admin.post(UPLOAD + "/lockers/versions/1/submit").statusCode()).isEqualTo(200);
        problem(admin.post(UPLOAD + "/lockers/versions/1/approve"), 403, "OWN_VERSION");
        problem(editor.post(UPLOAD + "/lockers/versions/1/approve"), 403, "NOT_ALLOWED");
        problem(approver.post(UPLOAD + "/lockers/versions/1/submit"), 403, "NOT_ALLOWED");
        approved("lockers", 1);
        JsonNode detail = json(editor.get(UPLOAD + "/lockers"));
        assertThat(detail.get("effective").get("version").getIntValue()).isEqualTo(1);
        assertThat(detail.get("versions").get(0).get("approvals").size()).isEqualTo(1);
        assertThat(detail.get("reviewDue").getStringValue()).isNotEmpty();
    }

    @Test
    void two_people_approve_where_the_category_asks_for_two() throws Exception {
        TestProgram second = new TestProgram(platform, bank, Role.SUPERVISOR.permissions());
        HttpResponse<String> set = sent(
                approver, "PUT", "/categories", "{\"items\":[{\"name\":\"Fees\",\"approvals\":2,\"reviewMonths\":6}]}");
        assertThat(set.body()).contains("\"Fees\"");
        json(sent(editor, "POST", "/text", "{\"title\":\"Lockers\",\"category\":\"Fees\",\"markdown\":\"A locker costs 75 pounds.\"}"));
        submitted("lockers", 1);
        JsonNode once = json(approver.post(UPLOAD + "/lockers/versions/1/approve"));
        assertThat(once.get("latest").get("standing").getStringValue()).isEqualTo("IN_REVIEW");
        problem(approver.post(UPLOAD + "/lockers/versions/1/approve"), 409, "APPROVED_ALREADY");
        JsonNode twice = json(second.post(UPLOAD + "/lockers/versions/1/approve"));
        assertThat(twice.get("latest").get("standing").getStringValue()).isEqualTo("EFFECTIVE");
    }

    @Test
    void a_rejected_version_is_written_anew_and_compared_with_what_is_in_force() throws Exception {
        stored("locker.md", bytes("# Lockers\nA small locker costs 75 pounds a year. Ask at the desk."), "MARKDOWN");
        drafted("locker.md", bytes("# Lockers\nA small locker costs 8 pounds a year. Ask at the desk."));
        submitted("locker", 2);
        problem(sent(approver, "POST", "/locker/versions/2/reject", "{}"), 422, "DOCUMENT_INVALID");
        json(sent(approver, "POST", "/locker/versions/2/reject", "{\"reason\":\"A digit is missing\"}"));
        String better = "{\"markdown\":\"# Lockers\\nA small locker costs 80 pounds a year. Ask at the desk.\",\"changeNote\":\"Digit\"}";
        JsonNode edited = json(sent(editor, "PUT", "/locker/versions/2", better));
        assertThat(edited.get("versions").get(0).get("standing").getStringValue()).isEqualTo("DRAFT");
        assertThat(editor.get(UPLOAD + "/locker/diff?from=1&to=2").body())
                .contains("\"kind\":\"CHANGED\"", "\"leftSpans\":[[21,23]]", "\"rightSpans\":[[21,23]]");
        submitted("locker", 2);
        problem(sent(editor, "PUT", "/locker/versions/2", better), 409, "VERSION_FROZEN");
        problem(editor.post(UPLOAD + "/locker/versions/2/submit"), 409, "NOT_A_DRAFT");
        assertThat(editor.post(UPLOAD + "/locker/versions/2/withdraw").body()).contains("\"DRAFT\"");
        problem(approver.post(UPLOAD + "/locker/versions/2/approve"), 409, "NOT_IN_REVIEW");
    }

    @Test
    void a_version_for_next_year_leaves_the_present_one_in_the_answers() throws Exception {
        stored("locker.md", bytes("# Lockers\nA small locker costs 75 pounds a year."), "MARKDOWN");
        drafted("locker.md", bytes("# Lockers\nA small locker costs 80 pounds a year."));
        submitted("locker", 2);
        problem(
                sent(approver, "POST", "/locker/versions/2/approve", "{\"effectiveUntil\":\"2020-01-01T00:00:00Z\"}"),
                422,
                "EFFECT_DATES_INVALID");
        String later = Instant.now().plus(Duration.ofDays(300)).truncatedTo(ChronoUnit.SECONDS).toString();
        JsonNode detail = json(sent(approver, "POST", "/locker/versions/2/approve", "{\"effectiveFrom\":\"" + later + "\"}"));
        assertThat(detail.get("latest").get("standing").getStringValue()).isEqualTo("SCHEDULED");
        assertThat(detail.get("effective").get("until").getStringValue()).isEqualTo(later);
        assertThat(found("What does a small locker cost?")).contains("75 pounds");
        assertThat(page("/locker/2").statusCode()).isEqualTo(404);
        json(sent(approver, "POST", "/locker/versions/1/revoke", "{\"reason\":\"Wrong price\"}"));
        assertThat(found("What does a small locker cost?")).isEmpty();
        problem(sent(approver, "POST", "/locker/versions/1/revoke", "{\"reason\":\"Wrong price\"}"), 409, "NOT_IN_FORCE");
        assertThat(editor.get("/api/v1/releases").body()).contains("document:locker", "version 2 from " + later);
    }

    @Test
    void rolling_back_needs_somebody_else_as_well() throws Exception {
        stored("locker.md", bytes("# Lockers\nA small locker costs 75 pounds a year."), "MARKDOWN");
        drafted("locker.md", bytes("# Lockers\nA small locker costs 80 pounds a year."));
        problem(editor.post(UPLOAD + "/locker/versions/2/roll-back"), 409, "NEVER_APPROVED");
        submitted("locker", 2);
        problem(editor.post(UPLOAD + "/locker/versions/1/roll-back"), 409, "REVIEW_OPEN");
        approved("locker", 2);
        assertThat(editor.post(UPLOAD + "/locker/versions/1/roll-back").body()).contains("\"version\":3", "Copy of version 1");
        assertThat(found("What does a small locker cost?")).contains("80 pounds");
        approved("locker", 3);
        assertThat(found("What does a small locker cost?")).contains("75 pounds");
    }

    @Test
    void what_is_known_about_a_document_can_be_changed_and_finds_it() throws Exception {
        stored("locker.md", bytes("# Lockers\nA small locker costs 75 pounds a year."), "MARKDOWN");
        HttpResponse<String> detail = sent(editor, "PUT", "/locker", """
                {"category":"Service","tags":["Rent","keys"],"owner":"Ola Owner","reviewDue":"2026-01-31",
                 "language":"en-GB","appliesTo":{"products":["locker"],"jurisdictions":["gb"]}}""");
        assertThat(detail.body()).contains("\"tags\":[\"keys\",\"rent\"]", "\"jurisdictions\":[\"GB\"]");
        for (String filter : List.of("category=Service", "tag=rent", "owner=Ola%20Owner", "due=true", "standing=EFFECTIVE", "q=LOCK")) {
            assertThat(json(editor.get(UPLOAD + "?" + filter)).get("items").size()).as(filter).isEqualTo(1);
        }
        for (String filter : List.of("category=Cards", "tag=fees", "owner=Nobody", "standing=DRAFT", "q=mortgage")) {
            assertThat(json(editor.get(UPLOAD + "?" + filter)).get("items").size()).as(filter).isZero();
        }
        assertThat(editor.get(UPLOAD).body()).contains("\"categories\":[{\"name\":\"Service\",\"count\":1}]");
        for (String wrong : List.of(
                "{\"category\":\" \"}", "{\"language\":\"not a language\"}", "{\"appliesTo\":{\"jurisdictions\":[\"Britain\"]}}")) {
            problem(sent(editor, "PUT", "/locker", wrong), 422, "DOCUMENT_INVALID");
        }
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

    /** Uploaded by the editor and approved by the supervisor. */
    private void stored(String fileName, byte[] content, String format) throws Exception {
        String answer = drafted(fileName, content);
        assertThat(answer).contains("\"format\":\"" + format + "\"", "\"version\":1");
        String slug = TestVisitor.json(answer).get("slug").getStringValue();
        submitted(slug, 1);
        approved(slug, 1);
    }

    private String drafted(String fileName, byte[] content) throws Exception {
        HttpResponse<String> answer = editor.upload(UPLOAD, fileName, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    private void submitted(String slug, int version) throws Exception {
        json(editor.post(UPLOAD + "/" + slug + "/versions/" + version + "/submit"));
    }

    private void approved(String slug, int version) throws Exception {
        json(approver.post(UPLOAD + "/" + slug + "/versions/" + version + "/approve"));
    }

    private static HttpResponse<String> sent(TestProgram who, String method, String path, String body) throws Exception {
        return TestProgram.send(who.request(UPLOAD + path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return TestVisitor.json(answer.body());
    }

    private static void problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"" + code + "\"");
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
