package io.openteller.platform.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GlossTest {

    private static final Gloss GLOSS = Gloss.local();

    @Test
    void a_hindi_question_becomes_its_english_words() {
        assertThat(GLOSS.english("चेक रोकने के लिए शाखा में कितना शुल्क देना होगा?"))
                .isEqualTo("stop cheque payment for branch in how much charge fee give ?");
        assertThat(GLOSS.english("एफडी पर ब्याज दर क्या है?")).isEqualTo("fixed deposit on interest rate what ?");
        assertThat(GLOSS.english("मेरा कार्ड खो गया है।")).isEqualTo("my lost card .");
    }

    @Test
    void a_hindi_passage_keeps_its_lines_amounts_and_english_words() {
        assertThat(GLOSS.english("# UPI की सीमा\n\nन्यूनतम शेष ₹5,000 है।"))
                .startsWith("# UPI limit")
                .contains("minimum balance ₹5,000");
    }

    @Test
    void the_same_word_is_known_in_every_form_and_spelling() {
        for (String sent : List.of("पैसे भेजना", "पैसे भेजेंगे", "पैसा भेजा", "paisa bheja hai kya", "paise bhejne hain kya")) {
            assertThat(GLOSS.english(sent)).as(sent).contains("send money");
        }
        for (String branch : List.of("शाखा", "शाखाओं में", "शाखाएँ")) {
            assertThat(GLOSS.english(branch)).as(branch).startsWith("branch");
        }
    }

    @Test
    void words_stay_what_they_are_however_their_marks_are_written() {
        assertThat(GLOSS.english("क़र्ज़ की क़िस्त")).isEqualTo(GLOSS.english("कर्ज की किस्त")).isEqualTo("loan instalment EMI");
        assertThat(GLOSS.english("कम्पनी")).isEqualTo(GLOSS.english("कंपनी")).isEqualTo("company");
    }

    @Test
    void hindi_in_latin_letters_is_read_and_the_english_in_it_stays() {
        assertThat(GLOSS.english("mera debit card kho gaya hai, naya card kab milega"))
                .isEqualTo("my debit card lost , new replacement card when get receive");
        assertThat(GLOSS.english("khata band karne ka kitna charge hai"))
                .isEqualTo(GLOSS.english("khaataa band karne kaa kitna charge hai"))
                .contains("close the account")
                .contains("how much charge");
    }

    @Test
    void a_helping_verb_says_nothing_after_a_verb_and_something_alone() {
        assertThat(GLOSS.english("पता बता दीजिए")).isEqualTo("address tell");
        assertThat(GLOSS.english("मुझे रसीद देना")).isEqualTo("me receipt give");
    }

    @Test
    void negation_stays_negation() {
        assertThat(GLOSS.english("पैसे नहीं मिले")).contains("not received");
        assertThat(GLOSS.english("mujhe OTP nahi mila hai")).contains("not");
    }

    @Test
    void what_the_glossary_does_not_know_is_written_in_latin_letters() {
        assertThat(GLOSS.english("मेरिडियन बैंक की शाखा")).isEqualTo("meridiyan bank branch");
    }

    @Test
    void english_and_other_languages_stay_to_the_letter() {
        for (String other : List.of(
                "What  is the fee\tfor a new card?",
                "Is the main branch open on Sunday? Tell me so.",
                "Wie viel kostet eine neue Karte?",
                "Saya mau buka rekening ke bank agar gaya hidup hemat",
                "Se ne ho bisogno, come pago? Non hai mai risposto.",
                "Ne mogu se prijaviti, ko mi može pomoći?",
                "Czy tak ma być? Nie wiem, ile to kosztuje.",
                "কার্ড হারিয়ে গেছে",
                "हरवलेलं पान कुठं मिळतंय सांगाल",
                "",
                "   ")) {
            assertThat(GLOSS.english(other)).as(other).isEqualTo(other);
        }
    }

    @Test
    void one_hindi_word_does_not_make_an_english_text_hindi() {
        assertThat(GLOSS.english("Our Kya savings plan is for students.")).isEqualTo("Our Kya savings plan is for students.");
    }
}
