package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.understanding.RiskSignal;
import io.openteller.platform.understanding.RiskSignal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconSignalsTest {

    private final LexiconSignals signals = new LexiconSignals();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SELF_HARM | I don't want to live any more",
        "SELF_HARM | there's no point in living with this debt",
        "SELF_HARM | मैं मरना चाहता हूँ",
        "SELF_HARM | ab jeene ka man nahi karta",
        "FRAUD | I lost my blue debit card on the bus",
        "FRAUD | I've just given a caller my OTP",
        "FRAUD | my account's been hacked!!",
        "FRAUD | मेरा खाता हैक हो गया",
        "FRAUD | mera card chori ho gaya",
        "DISPUTE | I didn't make this ₹5,000 payment",
        "DISPUTE | There is a charge I do not recognise",
        "DISPUTE | how do I dispute a charge?",
        "DISPUTE | मैंने यह ट्रांजैक्शन नहीं किया",
        "DISPUTE | ye payment maine nahi kiya",
        "DISPUTE | Both payments went through twice for one dinner",
        "DISPUTE | पैसे दो बार कट गए",
        "ACCOUNT_TAKEOVER | my phone number was changed on the account and it wasn't me",
        "ACCOUNT_TAKEOVER | there is a login from a device i do not know",
        "ACCOUNT_TAKEOVER | मेरा खाता हैक हो गया",
        "ACCOUNT_TAKEOVER | kisi ne mera password badal diya",
        "BEREAVEMENT | my father passed away in March",
        "BEREAVEMENT | पिताजी का निधन हो गया",
        "VULNERABILITY | I am blind and need large print",
        "VULNERABILITY | my partner controls my money",
        "VULNERABILITY | main hospital me bharti hu",
        "HARDSHIP | I can't pay my car loan this month",
        "HARDSHIP | got laid off last week",
        "HARDSHIP | I am going to miss my next payment",
        "HARDSHIP | मैं इस महीने किस्त नहीं भर सकता",
        "HARDSHIP | is mahine emi nahi bhar paunga",
        "LEGAL | you will hear from my lawyer",
        "LEGAL | मैं अदालत जाऊँगा",
        "LEGAL | legal notice bhejunga, court jaunga",
        "COMPLAINT | What is your complaints process?",
        "COMPLAINT | मुझे शिकायत दर्ज करनी है",
        "COMPLAINT | shikayat karni hai",
        "HUMAN_REQUEST | I want to talk to a human",
        "HUMAN_REQUEST | agent please",
        "HUMAN_REQUEST | Agent",
        "FRAUD | fraud!!",
        "FRAUD | card stolen, help",
        "DISPUTE | a debit that I do not recognise",
        "HUMAN_REQUEST | Can I speak with one of your advisers, I mean an adviser",
        "HUMAN_REQUEST | किसी इंसान से बात करनी है",
        "HUMAN_REQUEST | kisi insaan se baat karni hai",
    })
    void what_needs_a_person_is_heard_in_english_and_in_both_scripts_of_hindi(Kind kind, String message) {
        assertThat(signals.in(message)).extracting(RiskSignal::kind).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "what does fraud insurance cost",
        "What is my balance?",
        "Is there an ATM in the hospital on Park Street?",
        "Are you a human?",
        "What happens if I miss an EMI?",
        "which agent fees do you charge",
        "I entered the wrong PIN three times",
        "i entered the otp but it says invalid",
        "I was unable to make a payment, the app shows an error",
        "I am struggling to log in",
        "My transfer failed, when do I get the money back?",
        "how do I get a credit card for my agent business",
        "Do you charge for legal tender exchange?",
        "I don't know how the payment calendar works",
        "what is the daily limit of my lost-and-found locker",
        "मेरा बैलेंस कितना है?",
        "एफडी की ब्याज दर क्या है",
        "पैसे कट गए पर ट्रांसफर नहीं हुआ",
        "paise kat gaye par transfer nahi hua",
        "I found my lost card behind the sofa, all good",
        "I have no complaints",
        "kya aapke yahan koi complaint nahi hai",
        "that was me, I remember the payment now",
        "Why isn't my payment showing?",
        "mera balance kitna hai",
        "naya debit card kahan hai",
        "upi ki limit kya hai",
    })
    void a_plain_question_is_no_signal(String message) {
        assertThat(signals.in(message)).isEmpty();
    }

    @Test
    void the_signal_names_the_words_that_raised_it() {
        assertThat(signals.in("Hello, I think my debit card was stolen."))
                .containsExactly(new RiskSignal(Kind.FRAUD, "card was stolen"));
    }

    @Test
    void the_words_are_those_of_the_message_so_that_they_can_be_marked_in_it() {
        assertThat(signals.in("I can’t   PAY my loan")).containsExactly(new RiskSignal(Kind.HARDSHIP, "can’t   pay my loan"));
    }

    @Test
    void a_message_can_speak_against_a_kind() {
        assertThat(signals.denied("it was me, sorry")).containsExactly(Kind.DISPUTE);
        assertThat(signals.denied("no complaints from me")).containsExactly(Kind.COMPLAINT);
        assertThat(signals.denied("I did not make this payment")).isEmpty();
    }

    @Test
    void the_most_urgent_kind_comes_first() {
        assertThat(signals.in("I want to complain: I lost my job and I want to end my life"))
                .extracting(RiskSignal::kind)
                .containsExactly(Kind.SELF_HARM, Kind.HARDSHIP, Kind.COMPLAINT);
    }
}
