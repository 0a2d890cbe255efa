package io.openteller.platform.guard.internal;

import static io.openteller.platform.guard.internal.Rule.of;
import static io.openteller.platform.guard.internal.Rule.raw;

import java.util.List;

/** Dates, and what they tell about a person: birth and age. */
final class DateRules {

    private static final String SURE_MONTH =
            "(?:january|february|march|april|june|july|august|september|october|november|december"
                    + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)";
    private static final String MONTH = "(?:" + SURE_MONTH + "|may)\\.?";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
    private static final String MONTH_NUMBER = "(?:0?[1-9]|1[0-2])";
    private static final String DAY_NUMBER = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String YEAR = "(?:(?:1[89]|20)\\d\\d)";
    private static final String CLOCK = "(?:[T ](?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?"
            + "(?: ?(?:Z|UTC|[ap]\\.?m\\.?|[+-][01]\\d:?[0-5]\\d)(?![\\p{L}\\d]))?)?";
    private static final String ISO = YEAR + "(?:-" + MONTH_NUMBER + "-" + DAY_NUMBER + "|/" + MONTH_NUMBER + "/"
            + DAY_NUMBER + "|\\." + MONTH_NUMBER + "\\." + DAY_NUMBER + ")" + CLOCK;
    private static final String NUMERIC = DAY_NUMBER + "(?:/" + DAY_NUMBER + "/|-" + DAY_NUMBER + "-|\\." + DAY_NUMBER
            + "\\.)" + "(?:" + YEAR + "|\\d\\d)" + CLOCK;
    private static final String WORDED = DAY + "[ -](?:of )?" + MONTH + "(?:,?[ -](?:" + YEAR + "|'?\\d\\d))?" + "|"
            + MONTH + "[ -]" + DAY + "(?![\\d:])(?:,? ?-?" + YEAR + ")?|" + MONTH + ",?[ -/]" + YEAR;
    private static final String FULL = ISO + "|" + NUMERIC + "|" + WORDED;
    private static final String[] BIRTH = {
        "born",
        "dob",
        "d.o.b",
        "date of birth",
        "birth date",
        "birthdate",
        "birthday",
        "birth",
        "जन्म*",
        "janam*",
        "janm*"
    };

    private DateRules() {}

    static List<Rule> all() {
        return List.of(
                of("DATE_OF_BIRTH", 0.45, FULL).near(BIRTH),
                of("DATE", 0.8, FULL),
                of("DATE", 0.6, MONTH_NUMBER + "/" + YEAR + "|" + SURE_MONTH + "-\\d\\d"),
                of("DATE", 0.6, "(?:january|february|april|june|july|august|september|october|november|december)"),
                raw(
                        "DATE",
                        0.6,
                        "(?<=\\b(?:in|since|until|till|by|of|last|next|this|during|from|before|after) )(?<v>march|may)"
                                + "(?![\\p{L}\\d])(?! (?:i|we|you|be|have)\\b)"),
                raw(
                        "DATE",
                        0.6,
                        "(?<=\\b(?:in|since|until|till|by|of|from|before|after|during|around|year|the|and|to|early|late|mid)"
                            + " |[,(] ?|[-–])(?<v>(?:1[89]|20)\\d\\d)(?![\\p{L}\\d%]|[.,]\\d|-\\d)"),
                of("DATE", 0.6, "(?:mon|tues|wednes|thurs|fri|satur|sun)days?"),
                of("DATE", 0.5, "(?:the )?(?:19|20)\\d0['’]?s|[2-9]0['’]s"),
                raw("DATE", 0.5, "(?<![\\w:.+-])(?:[01]?\\d|2[0-3]):[0-5]\\d(?: ?[ap]\\.?m\\.?)?(?![\\w:]|\\.\\d)"),
                raw("DATE", 0.5, "^\\s*(?:1[89]|20)\\d\\d\\s*$"),
                raw(
                        "AGE",
                        0.8,
                        "(?<![\\p{L}\\d.,£$€₹])(?<v>1[01]\\d|[1-9]?\\d)(?=[ -]?(?:years?|yrs?)[ -](?:old|of"
                                + " age|young)\\b|[ -]?y(?:/?o\\b|\\.o\\.)|-year-olds?\\b)"),
                raw(
                        "AGE",
                        0.8,
                        "(?<=\\b(?:aged?|ages|age:|age is|turned|turning|turns|turn|old are you\\?|retired at|died"
                                + " at|married at|birthday,?|already|only just)"
                                + " )(?<v>1[01]\\d|[1-9]\\d?)(?![\\d%.,]\\d|\\d|%|:)"),
                raw(
                        "AGE",
                        0.7,
                        "(?<=\\b(?:i am|i['’]m|he is|he['’]s|she is|she['’]s|they are|he was|she was|they were|i"
                            + " was|was only|is only|just|is just|who is|who"
                            + " was|(?:son|daughter|mother|father|brother|sister|wife|husband|child|uncle|aunt|grandmother|grandfather|friend)"
                            + " (?:is|was)|at the age of|when i was) )(?<v>1[01]\\d|[1-9]\\d)(?=\\s*(?:[.!?;]|$|,?"
                            + " (?:and|now|but|so|when|years?)\\b|, ))"));
    }
}
