package io.openteller.procedures.machine.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Yes and no. */
public final class YesNo {

    private static final Set<String> YES = words("yes yeah yep yup ya yea ok okay okey sure correct right confirm confirmed agreed agree"
            + " absolutely definitely proceed fine haan han haa ha hanji haanji ji bilkul sahi zaroor jarur theek thik"
            + " हां हाँ हा जी हांजी बिल्कुल बिलकुल सही ज़रूर जरूर ठीक ओके यस");
    private static final Set<String> NO = words("no nope nah never dont not decline nahi nahin nai nhi mat na नहीं नही ना मत नो");
    /** With a yes they mean yes, alone nothing. */
    private static final Set<String> FILLERS = words("please pls plz thanks thank you it that this is thats its the sir madam mam maam"
            + " do go ahead with so hai kar karo karein kardo kijiye do dijiye de hoon hu please everything all good looks"
            + " है कर करो करें दो दीजिए कीजिए हूं हू कृपया प्लीज सर मैडम यह ये वह वो yeh ye woh wo i am im");
    private static final Set<String> YES_PHRASES = Words.phrases("go ahead,do it,please do,kar do,kardo,kar dijiye,कर दो,कर दीजिए"
            + ",theek hai,thik hai");

    private YesNo() {}

    /** Only if the whole message says nothing else: for what must not be misread. */
    public static Optional<Boolean> strictly(String message) {
        List<String> words = Words.of(message);
        boolean yes = words.stream().anyMatch(YES::contains) || YES_PHRASES.stream().anyMatch(Words.spaced(message)::contains);
        boolean no = words.stream().anyMatch(NO::contains);
        boolean only = words.stream().allMatch(word -> YES.contains(word) || NO.contains(word) || FILLERS.contains(word));
        if (!only || yes && no && !polite(words)) {
            return Optional.empty();
        }
        return no ? Optional.of(false) : yes ? Optional.of(true) : Optional.empty();
    }

    /** What the message begins or, in Hindi, ends with, if it says nothing to the contrary. */
    public static Optional<Boolean> of(String message) {
        Optional<Boolean> strictly = strictly(message);
        if (strictly.isPresent()) {
            return strictly;
        }
        List<String> words = Words.of(message);
        if (words.isEmpty() || words.size() > 12) {
            return Optional.empty();
        }
        boolean no = words.stream().anyMatch(NO::contains);
        if (NO.contains(words.getFirst())) {
            return Optional.of(false);
        }
        if (YES.contains(words.getFirst()) && !no) {
            return Optional.of(true);
        }
        boolean yes = words.stream().anyMatch(YES::contains);
        return !yes && NO.contains(words.getLast()) && words.size() <= 4 ? Optional.of(false) : Optional.empty();
    }

    /** "ji nahi" is a no, said kindly. */
    private static boolean polite(List<String> words) {
        Set<String> said = words.stream().filter(YES::contains).collect(Collectors.toSet());
        return words("ji जी ok okay").containsAll(said);
    }

    private static Set<String> words(String spaced) {
        return Stream.of(spaced.split(" ")).map(Words::plain).collect(Collectors.toUnmodifiableSet());
    }
}
