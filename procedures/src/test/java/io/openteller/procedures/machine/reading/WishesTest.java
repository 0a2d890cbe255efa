package io.openteller.procedures.machine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "I want to talk to a person", "agent please", "let me speak with someone", "can you connect me to a human", "get me your manager",
        "I need a real person", "human", "transfer me to an agent now", "customer care", "please put me through to somebody",
        "I need an agent", "get me to a human please", "can I talk to the branch manager", "kisi se milwa do", "escalate this to a supervisor", "kisi insaan se baat karni hai", "agent se baat karao", "mujhe manager se baat karni hai", "customer care se connect karo", "agent chahiye",
        "मुझे किसी इंसान से बात करनी है", "एजेंट से बात कराओ", "किसी अधिकारी से बात करनी है", "मैनेजर चाहिए", "मुझे कस्टमर केयर से बात करनी है"
    })
    void asks_for_a_person(String message) {
        assertThat(Wishes.person(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "someone stole my card", "I want to send money to someone", "transfer 500 to a person", "give the agent 500", "I want to pay my manager",
        "kisi ko paise mila diye", "किसी को पैसे मिला दिए", "I gave it to someone", "call it fraud", "I don't want to talk to a person", "a person took my money", "no agent please", "5000", "I paid the agent",
        "मुझे एजेंट नहीं चाहिए", "agent ko paise diye", "kisi ne mera card chura liya", "want my money back"
    })
    void does_not_ask_for_a_person(String message) {
        assertThat(Wishes.person(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "cancel", "Cancel it please", "stop", "forget it", "never mind", "no, stop", "ok cancel this", "I changed my mind", "no wait, cancel",
        "rehne do", "cancel kar do", "nahi, rehne do", "chhodo yaar", "band karo", "abhi nahi", "रहने दो", "रद्द कर दो", "कैंसिल करो", "नहीं, छोड़ो", "अब रहने दीजिए"
    })
    void calls_it_off(String message) {
        assertThat(Wishes.cancel(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "cancel my payment to Asha", "I want to cancel the card", "stop the cheque", "no", "nahi", "don't stop", "मेरा भुगतान रद्द करो", "payment cancel karo",
        "kya cancel ho sakta hai", "forget my PIN"
    })
    void does_not_call_it_off(String message) {
        assertThat(Wishes.cancel(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "repeat", "say that again please", "pardon?", "what was the question?", "sorry, what?", "I didn't understand", "can you repeat that?",
        "phir se bolo", "dobara bataiye", "samajh nahi aaya", "kya kaha?", "फिर से बताइए", "दोबारा बोलिए", "समझ नहीं आया", "क्या कहा?"
    })
    void asks_to_repeat(String message) {
        assertThat(Wishes.repeat(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is my balance", "I paid again", "phir se paise kat gaye", "फिर से पैसे कट गए", "yes", "what if I lose it"})
    void does_not_ask_to_repeat(String message) {
        assertThat(Wishes.repeat(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"go back", "back please", "peeche jao", "wapas jao", "पीछे जाओ", "वापस जाओ"})
    void goes_back(String message) {
        assertThat(Wishes.back(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "how long does it take?", "what does it cost", "is there a fee", "and when do I get the money?", "by the way, where is your branch",
        "isme kitna time lagega", "kya iska charge hai", "paise kab milenge hain", "कितना समय लगेगा", "क्या इसका शुल्क है", "पैसे कब मिलेंगे?", "can I do this online"
    })
    void asks_something(String message) {
        assertThat(Wishes.question(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000", "the debit one", "yesterday", "haan", "मेरा कार्ड खो गया", "I lost it at the station"})
    void asks_nothing(String message) {
        assertThat(Wishes.question(message)).isFalse();
    }
}
