package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.understanding.Entities;
import io.openteller.platform.understanding.Entity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedEntitiesTest {

    /** A Wednesday. */
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 3, 11, 10, 0, 0, 0, ZoneOffset.UTC);

    private final Entities entities = Entities.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "I didn't make this ₹5,000 payment | 5000 INR",
        "₹1,25,000.50 is missing | 125000.50 INR",
        "Rs. 499 was debited | 499 INR",
        "charged 49.99 pounds today | 49.99 GBP",
        "£12 for a sandwich | 12 GBP",
        "two hundred quid is gone | 200 GBP",
        "a payment of 5k went out | 5000 -",
        "lost 3 lakh rupees | 300000 INR",
        "5000 का पेमेंट मैंने नहीं किया | 5000 -",
        "पाँच हज़ार रुपये कट गए | 5000 INR",
        "do hazaar rupaye bheje | 2000 INR",
        "१,५०० रुपये का भुगतान | 1500 INR",
        "who is this 49.99 from?? | 49.99 -",
        "INR5000 debited | 5000 INR",
        "20 euros and $30 | 20 EUR, 30 USD",
    })
    void amounts_are_read_with_their_currency(String message, String expected) {
        assertThat(amounts(message)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "I asked 3 times",
        "it has been 10 days",
        "my number is 9876543210",
        "at 10:30 am",
        "my card ending 9034",
        "case DSP-20231 please",
        "4% interest",
    })
    void other_numbers_are_no_amounts(String message) {
        assertThat(amounts(message)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "paid yesterday | 2026-03-10",
        "the day before yesterday | 2026-03-09",
        "last Friday | 2026-03-06",
        "on wednesday | 2026-03-04",
        "three days ago | 2026-03-08",
        "2 weeks ago | 2026-02-25",
        "on 3 March | 2026-03-03",
        "December 24th | 2025-12-24",
        "2026-02-14 | 2026-02-14",
        "on 03/02/2026 | 2026-02-03",
        "on 25.02.2026 | 2026-02-25",
        "last month | 2026-02-01/2026-02-28",
        "this week | 2026-03-09/2026-03-11",
        "कल का भुगतान | 2026-03-10",
        "तीन दिन पहले | 2026-03-08",
        "पिछले महीने | 2026-02-01/2026-02-28",
        "kal raat | 2026-03-10",
        "2 din pehle | 2026-03-09",
        "shukravar ko | 2026-03-06",
        "30 February |",
    })
    void days_are_counted_from_the_given_now(String message, String expected) {
        String found = found(message, Entity.Days.class).stream()
                .map(days -> days.first().equals(days.last()) ? days.first().toString() : days.first() + "/" + days.last())
                .collect(Collectors.joining(", "));
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void the_region_decides_what_comes_first_in_a_date() {
        assertThat(entities.find("03/02/2026", NOW, Locale.US))
                .containsExactly(new Entity.Days(0, 10, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "block my card ending 9034 | 9034",
        "card ending in 1234 please | 1234",
        "the last four digits are 5678 | 5678",
        "card XXXX-XXXX-XXXX-4242 | 4242",
        "9034 wala card block | 9034",
        "9034 वाला कार्ड ब्लॉक | 9034",
        "it is 4111 1111 1111 1111 | 1111",
        "4111 1111 1111 1112 |",
    })
    void cards_are_known_by_their_last_digits(String message, String expected) {
        String found = found(message, Entity.CardDigits.class).stream()
                .map(Entity.CardDigits::last4)
                .collect(Collectors.joining(", "));
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "I did not make this ₹5,000 payment to QuickMart | quickmart",
        "a charge from Blue Lagoon Spa yesterday | blue lagoon spa",
        "what did I pay at tesco express on Friday | tesco express",
        "debited by netflix twice | netflix",
        "charge from PYMT*ZX on my statement | pymt*zx",
        "money went to my account |",
        "I want to talk to a person |",
        "transfer from my savings account to my current account |",
        "Zomato ko 500 diye | zomato",
    })
    void merchants_stand_after_a_preposition(String message, String expected) {
        String found = found(message, Entity.Merchant.class).stream()
                .map(Entity.Merchant::name)
                .collect(Collectors.joining(", "));
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "DSP-20231 status | DSP-20231",
        "my reference number is ab12cd34 | AB12CD34",
        "UTR 412345678901 not credited | 412345678901",
        "order no. 88213 never came | 88213",
        "transaction id: T2403X9 | T2403X9",
        "in order to pay 500 |",
        "case closed |",
    })
    void references_are_named_or_look_like_it(String message, String expected) {
        String found = found(message, Entity.Reference.class).stream()
                .map(Entity.Reference::value)
                .collect(Collectors.joining(", "));
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "what is in my salary account | salary",
        "move it to our holiday savings pot | holiday savings",
        "mere salary khate me kitna hai | salary",
        "मेरे बचत खाते में | बचत",
        "my bank account |",
        "my account |",
    })
    void accounts_go_by_the_names_that_customers_give_them(String message, String expected) {
        String found = found(message, Entity.AccountName.class).stream()
                .map(Entity.AccountName::nickname)
                .collect(Collectors.joining(", "));
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void spans_point_into_the_message_and_do_not_overlap() {
        String message = "On 3 March 2026 I paid £20 to Corner Books with card ending 1234, ref AB-99812, from my salary account";
        List<Entity> found = entities.find(message, NOW, Locale.UK);
        assertThat(found)
                .extracting(one -> message.substring(one.start(), one.end()))
                .containsExactly("3 March 2026", "£20", "Corner Books", "1234", "AB-99812", "salary account");
        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).start()).isGreaterThanOrEqualTo(found.get(i - 1).end());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "\u0000", "😀 at 😀", "from .", "to '"})
    void nothing_is_found_where_nothing_is(String message) {
        assertThat(entities.find(message, NOW, Locale.UK)).isEmpty();
    }

    private String amounts(String message) {
        return found(message, Entity.Amount.class).stream()
                .map(one -> one.value().toPlainString() + " " + (one.currency() == null ? "-" : one.currency()))
                .collect(Collectors.joining(", "));
    }

    private <E extends Entity> List<E> found(String message, Class<E> kind) {
        return entities.find(message, NOW, Locale.UK).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
