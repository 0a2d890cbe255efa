package io.openteller.platform.guard.internal.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into what can be true or false by itself: sentences, list items, table rows. */
final class Layout {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?।])[\"')\\]]*\\s+(?=[\\p{Lu}\\p{Lo}\\d\"'(₹£$€*\\[])|(?<=[!?।])\\s+|;\\s+");
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?i)(?:\\b(?:rs|no|nos|e\\.g|i\\.e|p\\.a|a\\.m|p\\.m|mr|mrs|ms|dr|approx|min|max|st|ltd|inc|vs|etc|incl|excl|fig|sec|art|u\\.s|u\\.k)|\\b\\p{Lu})\\.$");
    private static final Pattern HALF_DAY = Pattern.compile("(?i)\\b[ap]\\.m\\.$");
    /** What follows an hour with a capital and is neither its time zone nor a day. */
    private static final Pattern NEW_SENTENCE = Pattern.compile(
            "^(?!Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|Indian|\\p{Lu}\\p{Ll}+day|(?:January|February|March|April|May|June|July|August"
                    + "|September|October|November|December)\\b)\\p{Lu}\\p{Ll}");
    static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*•–·]|\\(?\\d{1,2}[.)]|\\(?[a-z][.)])\\s+");
    static final Pattern HEADING = Pattern.compile("^\\s*#{1,6}\\s+");
    static final Pattern RULE = Pattern.compile("[\\s|:=_-]+");
    private static final int BEFORE = 3;

    private final List<Sentence> sentences = new ArrayList<>();
    private final Set<String> title = new HashSet<>();
    private final List<Set<String>> recent = new ArrayList<>();
    private Set<String> heading = Set.of();
    private String lead = "";
    private List<String> columns = List.of();

    private final boolean isReply;

    private Layout(boolean isReply) {
        this.isReply = isReply;
    }

    /** @param context title and heading, whose words every sentence may take for granted */
    static List<Sentence> ofSource(String text, String context) {
        return Names.carried(of(new Layout(false), text, context), text);
    }

    static List<Sentence> ofReply(String text) {
        return of(new Layout(true), text, "");
    }

    private static List<Sentence> of(Layout layout, String text, String context) {
        layout.title.addAll(canons(context));
        int at = 0;
        for (String line : text.split("\n", -1)) {
            layout.line(line, at);
            at += line.length() + 1;
        }
        return layout.sentences;
    }

    private void line(String line, int at) {
        if (line.isBlank()) {
            columns = List.of();
            return;
        }
        if (line.contains("|") || line.contains("\t")) {
            row(line, at);
            return;
        }
        columns = List.of();
        Matcher headingMark = HEADING.matcher(line);
        if (headingMark.find()) {
            heading = canons(line);
            lead = "";
            recent.clear();
            heading(line.substring(headingMark.end()), at + headingMark.end());
            return;
        }
        Matcher item = ITEM.matcher(line);
        boolean isItem = item.find();
        int start = isItem ? item.end() : 0;
        if (!isItem) {
            lead = "";
        }
        String end = line.stripTrailing();
        if (!isReply && !isItem && line.length() < 70 && !end.matches(".*[.!?।,;:]")) {
            // A short line that ends like no sentence is a heading without a mark.
            heading = canons(line);
            recent.clear();
            heading(line, at);
            return;
        }
        for (int[] cut : cuts(line, start)) {
            String sentence = line.substring(cut[0], cut[1]);
            add(sentence, at + cut[0], isItem ? lead : "");
        }
        if (!isItem && end.endsWith(":")) {
            int[] last = cuts(line, start).getLast();
            lead = line.substring(last[0], last[1]).strip().replaceFirst(":$", "");
        }
    }

    /** A heading is what sentences take for granted; by itself it says something only where it has a figure. */
    private void heading(String text, int at) {
        Sentence sentence = Sentence.of(text, "", around(), at);
        if (isReply || !sentence.figures().isEmpty()) {
            sentences.add(sentence);
        }
    }

    private void row(String line, int at) {
        if (RULE.matcher(line).matches()) {
            return;
        }
        List<String> cells = Arrays.stream(line.replaceAll("^\\s*\\||\\|\\s*$", "").split("[|\t]")).map(String::strip).toList();
        boolean isHead = columns.isEmpty();
        if (isHead) {
            columns = cells;
        }
        Set<String> around = around();
        columns.forEach(column -> around.addAll(canons(column)));
        String text = line.replace('|', ',').replace('\t', ',');
        sentences.add(Sentence.of(text, "", around, at));
        if (!isHead) {
            String full = withUnits(cells);
            if (!full.isEmpty()) {
                sentences.add(Sentence.of(full, "", around, at));
            }
        }
    }

    /** Every cell with the head of its column, and with the unit that only the head has. */
    private String withUnits(List<String> cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String column = i < columns.size() ? columns.get(i) : "";
            String cell = cells.get(i);
            boolean bare = cell.matches("[\\d,. ]*\\d");
            Matcher sign = Pattern.compile("[₹£$€]").matcher(column);
            String unit = bare && column.contains("%") ? "%" : "";
            Matcher time = Pattern.compile("\\((days|hours|months|years|weeks|minutes|working days)\\)").matcher(column.toLowerCase(java.util.Locale.ROOT));
            unit = bare && time.find() ? " " + time.group(1) : unit;
            row.append(row.isEmpty() ? "" : ", ").append(column).append(column.isEmpty() ? "" : " - ");
            row.append(bare && sign.find() ? sign.group() : "").append(cell).append(unit);
        }
        return row.toString();
    }

    private void add(String text, int at, String leading) {
        if (text.isBlank()) {
            return;
        }
        Sentence sentence = Sentence.of(text, leading, around(), at);
        sentences.add(sentence);
        recent.add(new LinkedHashSet<>(sentence.canons()));
        if (recent.size() > BEFORE) {
            recent.removeFirst();
        }
    }

    private Set<String> around() {
        Set<String> around = new HashSet<>(title);
        around.addAll(heading);
        recent.forEach(around::addAll);
        return around;
    }

    static List<int[]> cuts(String line, int from) {
        List<int[]> cuts = new ArrayList<>();
        int start = from;
        for (Matcher end = SENTENCE_END.matcher(line); end.find(); ) {
            String before = line.substring(start, Math.max(start, end.start())).stripTrailing();
            boolean goesOn = ABBREVIATION.matcher(before).find() && !(HALF_DAY.matcher(before).find() && NEW_SENTENCE.matcher(line.substring(end.end())).find());
            if (end.start() > start && !goesOn) {
                cuts.add(new int[] {start, end.start()});
                start = end.end();
            }
        }
        cuts.add(new int[] {start, line.length()});
        return cuts;
    }

    private static Set<String> canons(String text) {
        return text.isBlank() ? Set.of() : Sentence.of(text, "", Set.of(), 0).canons();
    }
}
