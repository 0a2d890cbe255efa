package io.openteller.procedures.machine.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A customer who takes something back: "no wait, it was 5,000 not 500".
 *
 * @param wanted the message without what is taken back
 * @param rejected what is taken back; empty if it is not said
 * @param strong whether it can mean nothing else
 */
public record Correction(String wanted, String rejected, boolean strong) {

    private static final Pattern STRONG = Words.pattern(" (?:no wait|wait no|oh wait|hold on|i meant|i mean|correction|made a"
            + " mistake|my mistake|by mistake|was wrong|is wrong"
            + "|wrong \\p{L}+|typo|change (?:the|my|it|that) |change it|instead|should be|should have been|that was not|thats not"
            + "|not right|incorrect|the other"
            + "|mera matlab|matlab tha|galti|galat|badal|badlo|badalna|ruko|nahi nahi|ki jagah|ke bajay|doosra wala|dusra wala"
            + "|doosri wali|dusri wali"
            + "|मेरा मतलब|गलती|गलत|बदल|बदलो|बदलना|रुको|रुकिए|नहीं नहीं|की जगह|के बजाय|दूसरा वाला|दूसरी वाली)");
    private static final Pattern WEAK = Words.pattern("^ (?:no|sorry|oops|actually|wait|rather|nahi|nahin|arre|asal mein|sorry"
            + "|maaf|नहीं|अरे|असल में|माफ|सॉरी) ");

    private static final Pattern NOT_ENGLISH = Words.pattern(
            "(?:^|(?<=[\\s,]))(?:and |but |its |is |was )?(?:not|isnt|wasnt|instead of|rather than)\\s+(?:the |on |for |of |a |an"
                    + " )?(?<what>[^,;!?]+?)(?=\\s*(?:[,;!?]|\\.\\s|\\.?$| but | its | it was | i meant | i mean ))");
    private static final Pattern NOT_HINDI = Words.pattern(
            "(?<what>[^\\s,;!?]+(?: (?:rupees?|rupaye|rs|रुपये|रुपए|card|कार्ड|wala|wali|वाला|वाली|tarikh|तारीख|november"
                    + "|नवंबर))*)\\s+(?:nahi|nahin|nhi|nai|ki jagah|ke bajay|नहीं|नही|की जगह|के बजाय)(?![\\p{L}\\p{M}])");
    private static final Pattern CUES_IN_FRONT = Words.pattern("^\\s*(?:(?:no|wait|sorry|oops|actually|hold on|nahi|nahin|arre"
            + "|ruko|नहीं|रुको|अरे|सॉरी)[\\s,.!]+)+");

    private static final Pattern LEADS = Words.pattern("^ (?:no wait|wait|oh wait|hold on|sorry|oops|correction|i meant|i mean|no"
            + " i meant|actually|change|mera matlab|nahi ruko"
            + "|ruko|nahi nahi|galti|मेरा मतलब|नहीं रुको|रुको|रुकिए|नहीं नहीं|गलती|सॉरी|माफ) ");
    private static final Pattern LEAD_IN = Words.pattern(
            "^\\s*(?:i meant|i mean|it was|it is|its|it should be|should be|make it|change it to|change (?:the |my )?\\p{L}+ to"
                    + "|correction|mera matlab(?: tha| hai)?|मेरा मतलब(?: था| है)?)[\\s:,]+");

    /** Empty if nothing is taken back. */
    public static Optional<Correction> of(String message) {
        String plain = Words.plain(message);
        String body = CUES_IN_FRONT.matcher(plain).replaceFirst("");
        for (Pattern not : java.util.List.of(NOT_ENGLISH, NOT_HINDI)) {
            Matcher matcher = not.matcher(body);
            if (matcher.find() && rejects(matcher.group("what"))) {
                String wanted = body.substring(0, matcher.start()) + " " + body.substring(matcher.end());
                return Optional.of(new Correction(leadless(wanted), matcher.group("what").strip(), true));
            }
        }
        String said = Words.spaced(message);
        if (STRONG.matcher(said).find()) {
            return Optional.of(new Correction(leadless(body), "", true));
        }
        return WEAK.matcher(said).find() && !body.isBlank() && !body.equals(plain)
                ? Optional.of(new Correction(leadless(body), "", false))
                : Optional.empty();
    }

    /** Whether it begins with words that take something back, and not with a story in which something was wrong. */
    public static boolean leads(String message) {
        return LEADS.matcher(Words.spaced(message)).find();
    }

    private static String leadless(String body) {
        return LEAD_IN.matcher(body.strip()).replaceFirst("").strip();
    }

    /** "not sure" and "not now" take nothing back. */
    private static boolean rejects(String what) {
        return !Words.pattern("^(?:sure|now|yet|really|know|able|possible|that|this|it|me|mine|my|a problem|working|received|pata"
                + "|mujhe|mera|maine|ye|yeh|wo|मुझे|मैंने|मेरा|ये|यह|वह|पता|kuch|कुछ|jee|ji|जी)(?: .*)?$")
                .matcher(what.strip())
                .find();
    }
}
