package io.openteller.platform.answer.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of thing a question asks for, and whether a sentence has such a thing. By cue words of English and Hindi. */
enum Asked {
    PHONE(
            "phone number|which number|what number|number (do|should|can) (i|we) (call|ring|dial)|helpline|hotline|कौन.{0,8} नंबर पर|kis number",
            "\\+?\\p{Nd}[\\p{Nd} ()-]{4,}\\p{Nd}|\\b(call|dial) \\p{Nd}{3}\\b"),
    ADDRESS("e-?mail address|which e-?mail|where (do|should|can) i write|website address|web address", "\\S+@\\S+|www\\.|https?:|\\.example"),
    LENGTH(
            "how (long|soon|quick|quickly|fast|often)|how many (working |business |calendar )?(seconds|minutes|hours|days|weeks|months|years)"
                    + "|time ?limit|deadline|within (how|what)|how much time|time (needed|taken)|notice period|cooling|turnaround|valid(ity)? (for|period)"
                    + "|till when|until when|by when|kitne (din|ghante|minute|mahine|saal)|kitna (time|samay|waqt)|kab tak|kitni der"
                    + "|कितने (दिन|घंटे|मिनट|महीने|साल|समय)|कितना समय|कब तक|कितनी देर|कितने दिनों",
            Figures.TIMES),
    MOMENT(
            "\\bwhen\\b|what (time|day|date|hours)|which (day|date)|opening (hours|times)|open on|\\bhours\\b|cut-?off|\\bkab\\b|\\bकब\\b|समय क्या|किस (दिन|समय)",
            Figures.TIMES),
    RATE(
            "interest rate|rate of interest|\\brates?\\b|\\bapr\\b|\\baer\\b|\\bear\\b|percent|per cent|\\breturns?\\b.*\\b(fd|deposit|get)|\\bwhat interest\\b|how much interest|interest (do|does|is|will|on)\\b"
                    + "|\\bbyaj\\b|ब्याज",
            "\\p{Nd}\\s?(%|per ?cent|percentage|प्रतिशत)|\\binterest-?free\\b|no interest|without interest"),
    AMOUNT(
            "how much|\\bcosts?\\b|\\bfees?\\b|\\bcharges?\\b|\\bprice\\b|\\bpenalt(y|ies)\\b|\\blimits?\\b|\\bmaximum\\b|\\bminimum\\b|\\bmax\\b|\\bmin\\b"
                    + "|\\bsmallest\\b|\\bleast\\b|\\blargest\\b|\\bbiggest\\b|\\bhighest\\b|\\blowest\\b|what amount|which amount|at what (interest )?amount|\\brent\\b|what (do|will|would) (i|you|we) (pay|charge|take)"
                    + "|up to what|how big|how high|\\ballowance\\b|\\bexcess\\b|kitna|kitni|kitne|कितना|कितनी|कितने|शुल्क|सीमा|चार्ज",
            "[₹£$€]|\\p{Nd}\\s?(%|per ?cent|प्रतिशत)|\\b(rs|inr|gbp|usd|eur)\\b|\\bfree\\b|free of charge|no (fee|charge|limit|minimum|maximum|upper limit|fixed limit|cost)|not charge|without (a )?(fee|charge)"
                    + "|\\p{Nd}|निःशुल्क|मुफ़्त|शुल्क नहीं"),
    COUNT("how many|number of|how old|what age|which age|कितने|कितनी|kitne|kitni", "\\p{Nd}|" + Figures.NUMBER_WORDS),
    OTHER("", "");

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private final Pattern cue;
    private final Pattern answer;

    Asked(String cue, String answer) {
        this.cue = Pattern.compile(cue, FLAGS);
        this.answer = Pattern.compile(answer, FLAGS);
    }

    static Asked in(String question) {
        String text = question.toLowerCase(Locale.ROOT);
        for (Asked kind : values()) {
            if (kind != OTHER && kind.cue.matcher(text).find()) {
                return kind;
            }
        }
        return OTHER;
    }

    boolean isAnsweredBy(String sentence) {
        return this == OTHER || answer.matcher(sentence).find();
    }

    /** Patterns that two kinds share. */
    static final class Figures {
        static final String NUMBER_WORDS =
                "\\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|once|twice|no limit|unlimited|every|each|दो|तीन|चार|पाँच)\\b";
        static final String TIMES = "\\b(\\p{Nd}+|" + "one|two|three|four|five|six|seven|eight|nine|ten|a|an|half an|next|same|following|first|last|every|each"
                + ")[ -](full |calendar |working |business |tax |financial |कार्य )?(second|minute|hour|day|week|month|year|quarter|morning|evening|night|time)s?\\b"
                + "|\\p{Nd}\\s?(कार्य )?(दिन|दिवस|घंट|मिनट|महीन|साल|वर्ष|सेकंड)|\\bT\\+\\p{Nd}|\\b\\p{Nd}{1,2}[:.]\\p{Nd}{2}\\b|\\b\\p{Nd}{1,2} ?(am|pm)\\b"
                + "|\\b(at once|immediately|instantly|straight away|right away|midnight|noon|any time|anytime|permanent|never|always|within (seconds|minutes|hours)|seconds|no time limit|the same day|तुरंत)\\b"
                + "|\\b(mon|tues|wednes|thurs|fri|satur|sun)days?\\b|weekend|\\p{Nd} (january|february|march|april|may|june|july|august|september|october|november|december)"
                + "|\\b(january|february|march|april|may|june|july|august|september|october|november|december)\\b|\\b(daily|weekly|monthly|quarterly|yearly|annually)\\b";

        private Figures() {}
    }
}
