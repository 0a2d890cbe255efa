package io.openteller.platform.curation.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Headings for a document that would close a gap: one for each kind of thing that its questions ask. */
final class Outline {

    private static final Map<String, Pattern> ASKED = new LinkedHashMap<>();

    static {
        asked("What it is", "what (is|are|does)|\\bexplain|meaning|kya (hai|hota)|क्या (है|होता)");
        asked("Who can have it", "\\bcan (i|we|my|a|an)\\b|eligib|allowed|qualif|who can|sakta|sakte|सकत|पात्र");
        asked("What it costs", "fee|charge|cost|price|how much|kitna|kitne|शुल्क|कितन|interest|\\brate");
        asked("Limits and amounts", "limit|maximum|minimum|\\bmax\\b|\\bmin\\b|at most|at least|सीमा");
        asked("How long it takes", "how long|how (soon|fast|many days)|when (will|do|does|is)|\\bkab\\b|कब|days|समय");
        asked("How to do it, step by step", "how (do|can|to|should)|where (do|can)|steps|kaise|कैसे|apply|change|update|cancel|close|open");
        asked("What is needed", "document|proof|need to (bring|show|send)|require|form\\b|dastavez|दस्तावेज|कागज");
        asked("What to do if it goes wrong", "fail|declin|reject|wrong|not work|doesn't|error|stuck|missing|problem|नहीं|nahi");
    }

    private Outline() {}

    private static void asked(String heading, String words) {
        ASKED.put(heading, Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** At least one heading; each with how many of the questions ask for it. */
    static List<String> of(List<String> questions) {
        List<String> headings = new ArrayList<>();
        ASKED.forEach((heading, words) -> {
            long asking = questions.stream()
                    .filter(question -> words.matcher(question).find())
                    .count();
            if (asking > 0) {
                headings.add(heading + " (" + asking + " of " + questions.size() + " ask)");
            }
        });
        return headings.isEmpty() ? List.of("What it is (not asked in these words)") : headings;
    }
}
