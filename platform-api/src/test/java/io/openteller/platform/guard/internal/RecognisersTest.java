package io.openteller.platform.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.guard.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognisersTest {

    private static final Recognisers RECOGNISERS = new Recognisers(WordVectors.local());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my card 4539 1488 0343 6467 is gone|CARD|4539148803436467",
                "4539-1488-0343-6467|CARD|4539148803436467",
                "card ४५३९ १४८८ ०३४३ ६४६७|CARD|4539148803436467",
                "it is four five three nine one four double eight zero three four three six four six"
                        + " seven|CARD|4539148803436467",
                "pay into GB82 WEST 1234 5698 7654 32 please|IBAN|GB82WEST12345698765432",
                "gb82west12345698765432|IBAN|GB82WEST12345698765432",
                "aadhaar 2345 6789 0124|AADHAAR|234567890124",
                "PAN is ABCPK4321L|PAN|ABCPK4321L",
                "IFSC HDFC0001234|IFSC|HDFC0001234",
                "upi ravi.k@okicici|UPI|ravi.k@okicici",
                "reference QQ 12 34 56 C|UK_NINO|",
                "my NI number is AB 12 34 56 C|UK_NINO|AB123456C",
                "NHS 943 476 5919|UK_NHS|9434765919",
                "sort code 20-45-77|SORT_CODE|204577",
                "account number 73920184|ACCOUNT|73920184",
                "call me on 98450 12345|PHONE|+919845012345",
                "ring +44 20 7946 0018|PHONE|+442079460018",
                "write to asha.rao@mail.example|EMAIL|asha.rao@mail.example",
                "from 10.20.30.40|IP|10.20.30.40",
                "born on 4 March 1988|DATE_OF_BIRTH|4MARCH1988",
                "I live in SW1A 2AA|UK_POSTCODE|SW1A2AA",
                "my name is Meenakshi Iyer|PERSON|meenakshi iyer",
                "SSN 536-90-4399|US_SSN|536904399",
            })
    void what_is_personal_is_found_however_it_is_written(String text, String type, String value) {
        List<Span> found = RECOGNISERS.find(text);
        if (value == null) {
            assertThat(found).extracting(Span::type).doesNotContain(type);
        } else {
            assertThat(found).anySatisfy(span -> {
                assertThat(span.type()).isEqualTo(type);
                assertThat(span.value()).isEqualTo(value);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4539 1488 0343 6468",
                "GB82 WEST 1234 5698 7654 33",
                "my reference is 1234567890123",
            })
    void a_number_whose_check_digits_are_wrong_is_neither_card_nor_account(String text) {
        assertThat(RECOGNISERS.find(text)).extracting(Span::type).doesNotContain("CARD", "IBAN", "AADHAAR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the limit on my card?",
                "How much is a transfer of £1,500 abroad?",
                "I was charged 499 twice, please refund",
                "NEFT nahi hua, paise kab aayenge?",
                "Does Apple Pay work with the Visa card?",
                "can you block my card and send a new one within 5 days",
            })
    void an_ordinary_question_holds_nothing_personal(String text) {
        assertThat(RECOGNISERS.find(text)).isEmpty();
    }

    @Test
    void spans_point_into_the_text_as_written() {
        String text = "card is four five three nine 1488 0343 6467, thanks";
        Span card = RECOGNISERS.find(text).getFirst();
        assertThat(text.substring(card.start(), card.end())).isEqualTo("four five three nine 1488 0343 6467");
    }

    @Test
    void no_two_findings_overlap() {
        List<Span> found = RECOGNISERS.find("GB82 WEST 1234 5698 7654 32, account 12345698765432, 10 June 1990 dob");
        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).start())
                    .isGreaterThanOrEqualTo(found.get(i - 1).end());
        }
    }
}
