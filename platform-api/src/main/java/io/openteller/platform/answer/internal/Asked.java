package io.openteller.platform.answer.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of thing a question asks for, and whether a sentence has such a thing. By cue words of English and Hindi. */
enum Asked {
    PHONE(
            "phone number (for|of|to|do|should|can)|which number|what number|what.?s (the|your) (phone )?number|number (do|should|can) (i|we) (call|ring|dial)|helpline|hotline|कौन.{0,8} नंबर पर|kis number",
            "\\+?\\p{Nd}[\\p{Nd} ()-]{4,}\\p{Nd}|\\b(call|dial) \\p{Nd}{3}\\b",
            ""),
    ADDRESS(
            "e-?mail address|which e-?mail|where (do|should|can) i write|website address|web address",
            "\\S+@\\S+|www\\.|https?:|\\.example",
            ""),
    DEADLINE(
            "how long (do|does) (i|we|one|a customer) have|how long (can|may|after|ago)\\b|\\bdeadline\\b|time ?limit|within how|within what|till when|until when|by when|until what|how many days (must|do|should|may|can) (i|we) (have|report|claim|tell)|cut-?off|latest time",
            Figures.TIMES,
            "\\b(deadline|time limit|until|before|cut-?off|at the latest|no later|must)\\b|\\b(days|months|years|hours) (after|of|from)\\b|तक|भीतर"),
    LENGTH(
            "how (long|soon|quick|quickly|fast|often)|how many (working |business |calendar )?(seconds|minutes|hours|days|weeks|months|years)"
                    + "|how far back|time ?limit|deadline|within (how|what)|how much time|time (needed|taken)|notice period|cooling|turnaround|valid(ity)? (for|period)"
                    + "|longest|till when|until when|by when|kitne (din|ghante|minute|mahine|saal)|kitna (time|samay|waqt)|kab tak|kitni der"
                    + "|कितने (दिन|घंटे|मिनट|महीने|साल|समय)|कितना समय|कब तक|कितनी देर|कितने दिनों",
            Figures.TIMES,
            "\\b(within|takes?|for|up to|after|by|arrives?|valid|deadline|lasts?|until|at once|seconds|immediately|long)\\b|में|तक"),
    MOMENT(
            "(^|[,.;?!:-] ?|\\band |\\bbut )when\\b|\\bwhen (do|does|did|will|is|are|was|can|could|should|would|must|am)\\b|what (time|day|date|hours)|which (day|date|month)|latest time|opening (hours|times)|(are|is) .*open\\b|\\bhours\\b|cut-?off|\\bkab\\b|\\bकब\\b|किस (दिन|समय)",
            Figures.TIMES,
            ""),
    LIMIT(
            "\\blimits?\\b|\\bmaximum\\b|\\bminimum\\b|\\bmax\\b|\\bmin\\b|\\bsmallest\\b|\\bleast\\b|\\blargest\\b|\\bbiggest\\b|\\bhighest\\b|\\blowest\\b|\\bcap(ped)?\\b|\\ballowance\\b"
                    + "|\\bthe most\\b|\\bmost (i|you|we|cash)\\b|up to (what|which)|above (what|which)|from (what|which)|at (what|which)|how (big|high|large)|which amount|what amount|how much (can|may|could|must|should|has|do i (need|have))|सीमा|कम से कम|कितन\\S{1,2} (पैसा|पैसे|रुपये|रकम|राशि) (भेज|निकाल|दे)|\\blimit\\b",
            Figures.MONEY,
            "\\b(limit|limited|limits|maximum|minimum|up to|at most|at least|or more|above|below|under|over|more than|less than|from|smallest|largest|least|allowance|every|each|can|may)\\b|सीमा|तक|कम से कम|न्यूनतम"),
    RATE(
            "interest rate|rate of interest|\\brates?\\b|\\bapr\\b|\\baer\\b|\\bear\\b|percent|per cent|\\breturns?\\b.*\\b(fd|deposit|get)|\\bwhat interest\\b|how much interest|interest (do|does|is|will|on|you|for)\\b"
                    + "|\\bbyaj\\b|ब्याज",
            "\\p{Nd}\\s?(%|per ?cent|percentage|प्रतिशत)|\\binterest-?free\\b|no interest|without interest",
            "\\b(interest|rate|aer|ear|apr)\\b|ब्याज|दर"),
    FEE(
            "\\bcosts?\\b|\\bfees?\\b|\\bcharged?\\b|\\bcharges\\b|\\bprice\\b|\\bpenalt(y|ies)\\b|\\brent\\b|what (do|will|would) (i|you|we) (pay|charge|take)|for free|शुल्क|चार्ज",
            Figures.MONEY,
            "\\b(costs?|fees?|charges?|charged|price|free|pays?|penalty|rent|penal)\\b|शुल्क|निःशुल्क|जुर्माना"),
    AMOUNT("how much|kitna|kitni|kitne|कितना|कितनी|कितने|\\bexcess\\b", Figures.MONEY, ""),
    COUNT("how many|number of|how old|what age|which age|from what age", "\\p{Nd}|" + Figures.NUMBER_WORDS, ""),
    OTHER("", "", "");

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private final Pattern cue;
    private final Pattern answer;
    private final Pattern about;

    /** @param about words beside such a thing that say that it is meant so; empty where there are none */
    Asked(String cue, String answer, String about) {
        this.cue = Pattern.compile(cue, FLAGS);
        this.answer = Pattern.compile(answer, FLAGS);
        this.about = Pattern.compile(about, FLAGS);
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

    /** @return 1 where the sentence has such a thing and says so, less where it only has one, 0 where it has none */
    double isAnsweredBy(String sentence, String heading) {
        if (this == OTHER) {
            return 0.5;
        }
        if (!answer.matcher(sentence).find()) {
            return 0;
        }
        return about.matcher(sentence).find() ? 1 : about.matcher(heading).find() ? 0.8 : 0.5;
    }

    /** Patterns that two kinds share. */
    static final class Figures {
        static final String MONEY = "[₹£$€]|\\p{Nd}\\s?(%|per ?cent|percentage|प्रतिशत)|\\b(rs|inr|gbp|usd|eur)\\b|\\bfree\\b|no (fee|charge|limit|minimum|maximum|upper limit|fixed limit|cost)|not charge"
                + "|without (a )?(fee|charge)|\\p{Nd}|निःशुल्क|मुफ़्त|शुल्क नहीं";
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
