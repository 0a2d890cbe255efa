package io.openteller.platform.reading.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openteller.platform.reading.Fault;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.ReadDocument;
import io.openteller.platform.reading.ReadDocument.Format;
import io.openteller.platform.reading.ReadDocument.Section;
import io.openteller.platform.reading.ReadOutcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SniffingReaderTest {

    private static final List<List<String>> FEES = List.of(
            List.of("Account", "Monthly fee", "Free transfers"),
            List.of("Basic", "GBP 0", "5"),
            List.of("Premier", "GBP 12.50", "40"));

    private final SniffingReader reader = new SniffingReader();

    @Test
    void a_pdf_is_cut_at_its_headings_and_every_passage_knows_its_page() throws Exception {
        ReadDocument read = read("tariff.pdf", MadeFiles.pdf(List.of(
                List.of("# Locker tariff", "A small locker costs 75 pounds a year and a large one", "costs 140 pounds a year."),
                List.of("# Lost keys", "Replacing a lost key costs 35 pounds, paid in advance."))));
        assertThat(read.title()).isEqualTo("Locker tariff");
        assertThat(read.sections()).containsExactly(
                new Section("Locker tariff", "A small locker costs 75 pounds a year and a large one costs 140 pounds a year.", "page 1", false),
                new Section("Lost keys", "Replacing a lost key costs 35 pounds, paid in advance.", "page 2", false));
    }

    @Test
    void what_stands_at_the_edge_of_every_page_is_not_part_of_the_text() throws Exception {
        List<List<String>> pages = java.util.stream.IntStream.rangeClosed(1, 4)
                .mapToObj(page -> List.of("Acme Bank tariff guide, all amounts", "",
                        "Sentence " + page + " says that the fee of service " + (char) ('A' + page) + " is " + page * 10 + " pounds.", "",
                        "Page " + page + " of 4 is for customers"))
                .toList();
        assertThat(read("guide.pdf", MadeFiles.pdf(pages)).sections())
                .hasSize(4)
                .allSatisfy(section -> assertThat(section.text()).startsWith("Sentence").endsWith("pounds."));
    }

    @Test
    void a_page_that_is_a_picture_among_others_is_told() throws Exception {
        ReadOutcome outcome = reader.open(HandedFile.plain("a.pdf", MadeFiles.pdf(List.of(
                List.of("The first page has a sentence."), List.of(""), List.of("So has the third page of this.")))));
        assertThat(((ReadOutcome.Read) outcome).notes()).containsExactly("1 of 3 pages have no text, the first is page 2");
    }

    @Test
    void a_word_document_keeps_its_headings_and_its_tables_their_rows() throws Exception {
        ReadDocument read = read("fees.docx", MadeFiles.docx("Account fees", "Fees are taken on the first of the month.", FEES));
        assertThat(read.format()).isEqualTo(Format.DOCX);
        assertThat(read.sections()).containsExactly(new Section(
                "Account fees",
                "Fees are taken on the first of the month.\n- Basic; Monthly fee: GBP 0; Free transfers: 5\n"
                        + "- Premier; Monthly fee: GBP 12.50; Free transfers: 40",
                "",
                false));
    }

    @Test
    void columns_named_question_and_answer_in_any_language_make_pairs_with_their_row() throws Exception {
        assertThat(read("faq.xlsx", MadeFiles.xlsx("Sheet1", List.of(
                                List.of("Our list of 2026"),
                                List.of("Sr. No.", "प्रश्न", "उत्तर"),
                                List.of("1", "लॉकर का शुल्क क्या है?", "छोटे लॉकर का शुल्क 1,500 रुपये है।"))))
                        .sections())
                .containsExactly(new Section("लॉकर का शुल्क क्या है?", "छोटे लॉकर का शुल्क 1,500 रुपये है।", "row 3", true));
        assertThat(read("faq.csv", bytes("\uFEFFQuestion;Answer;Valid for\n\"Is there a fee; ever?\";\"No, never.\";Basic\nAnd a limit?;\n"))
                        .sections())
                .containsExactly(new Section("Is there a fee; ever?", "No, never.\nValid for: Basic", "row 2", true));
        assertThat(read("faq.csv", bytes("Q,A\nHow long?,Two days.\n")).sections())
                .extracting(Section::pair)
                .containsExactly(true);
    }

    @Test
    void other_sheets_are_rows_that_say_what_their_values_are() throws Exception {
        assertThat(read("accounts.xlsx", MadeFiles.xlsx("Accounts", FEES)).sections())
                .extracting(Section::heading, Section::text, Section::place, Section::pair)
                .containsExactly(
                        tuple("Accounts", "Account: Basic; Monthly fee: GBP 0; Free transfers: 5", "row 2", false),
                        tuple("Accounts", "Account: Premier; Monthly fee: GBP 12.50; Free transfers: 40", "row 3", false));
    }

    @Test
    void html_keeps_anchors_and_questions_and_drops_what_belongs_to_the_site() throws Exception {
        ReadDocument read = read("fees.html", bytes("""
                <html lang="en-GB"><head><title>Fees</title></head><body><nav><a href="/">Home</a></nav>
                <h2 id="fees">Fees</h2><p>A card costs 10 pounds.</p>
                <h2 id="late">What if I pay late?</h2><p>Then 12 pounds are due.</p>
                <details><summary>Can I stop a cheque?</summary><p>Yes, for 8 pounds.</p></details>
                <table><tr><th>Card</th><th>Fee</th></tr><tr><td rowspan="2">Gold</td><td>1</td></tr><tr><td>2</td></tr></table>
                <footer>All rights reserved</footer></body></html>"""));
        assertThat(read.language()).isEqualTo("en-GB");
        assertThat(read.sections()).containsExactly(
                new Section("Fees", "A card costs 10 pounds.", "#fees", false),
                new Section("What if I pay late?", "Then 12 pounds are due.", "#late", true),
                new Section("Can I stop a cheque?", "Yes, for 8 pounds.", "", true),
                new Section("Fees", "- Gold; Fee: 1\n- Gold; Fee: 2", "", false));
    }

    @Test
    void a_markdown_list_of_questions_is_a_list_of_pairs() throws Exception {
        assertThat(read("faq.md", bytes("# Help\n## How do I close it?\nAt a branch.\n## Hours\nNine to five.\n")).sections())
                .containsExactly(
                        new Section("How do I close it?", "At a branch.", "", true),
                        new Section("Hours", "Nine to five.", "", false));
    }

    @Test
    void a_long_paragraph_is_cut_between_sentences() throws Exception {
        String sentence = "This sentence about fees is of a middling length and says one thing. ";
        assertThat(read("long.txt", bytes(sentence.repeat(60))).sections())
                .hasSizeGreaterThan(3)
                .allSatisfy(section -> assertThat(section.text()).startsWith("This").endsWith("thing."))
                .extracting(section -> section.text().length())
                .allMatch(length -> length <= 1_200);
    }

    @Test
    void the_bytes_say_what_a_file_is_and_not_its_ending() throws Exception {
        assertThat(read("really-a-pdf.docx", MadeFiles.pdf("A locker costs 75 pounds.")).format()).isEqualTo(Format.PDF);
        assertThat(read("really-a-sheet.txt", MadeFiles.xlsx("A", FEES)).format()).isEqualTo(Format.XLSX);
    }

    @Test
    void every_kind_of_bad_file_says_what_is_wrong_with_it() throws Exception {
        byte[] pdf = MadeFiles.pdf("A locker costs 75 pounds.");
        byte[] docx = MadeFiles.docx("Fees", "None.", List.of());
        assertThat(fault("a.md", new byte[0])).isEqualTo(Fault.EMPTY);
        assertThat(fault("a.md", bytes("  \n \n"))).isEqualTo(Fault.EMPTY);
        assertThat(fault("a.pdf", Arrays.copyOf(pdf, 100))).isEqualTo(Fault.BROKEN);
        assertThat(fault("a.docx", Arrays.copyOf(docx, docx.length / 2))).isEqualTo(Fault.BROKEN);
        assertThat(fault("a.pdf", MadeFiles.lockedPdf())).isEqualTo(Fault.ENCRYPTED);
        assertThat(fault("a.docx", MadeFiles.lockedDocx())).isEqualTo(Fault.ENCRYPTED);
        assertThat(fault("a.pdf", MadeFiles.scannedPdf())).isEqualTo(Fault.SCANNED_ONLY);
        assertThat(fault("a.exe", new byte[] {'M', 'Z', 0, 1, 2, 3})).isEqualTo(Fault.TYPE_UNKNOWN);
        assertThat(fault("a.zip", MadeFiles.zip(Map.of("a.md", bytes("# Hello"))))).isEqualTo(Fault.TYPE_UNKNOWN);
        assertThat(fault("a.csv", new byte[] {'a', ',', (byte) 0xe9})).isEqualTo(Fault.BROKEN);
    }

    private Fault fault(String name, byte[] content) {
        return ((ReadOutcome.Unreadable) reader.open(HandedFile.plain(name, content))).fault();
    }

    private ReadDocument read(String name, byte[] content) {
        return reader.read(HandedFile.plain(name, content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
