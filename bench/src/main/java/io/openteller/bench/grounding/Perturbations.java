package io.openteller.bench.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes one thing that a sentence says. Knows nothing of how the gate reads. */
final class Perturbations {

    /** Kinds in the order in which they are tried. */
    static final List<String> KINDS =
            List.of("number", "unit", "currency", "date", "negation", "entity", "limit", "period", "comparator");

    private record Change(String from, String to) {}

    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d,]*\\d)?(?:\\.\\d+)?");
    private static final Pattern LIMIT = Pattern.compile(
            "(?i)\\b(?:up to|at least|at most|more than|less than|over|under|within|minimum(?: \\w+){0,3}|maximum(?: \\w+){0,4}|limit(?: \\w+){0,4}|after|before)"
                    + " [£₹$€]?(?<n>\\d(?:[\\d,]*\\d)?)(?!\\d|[,.:]\\d)");
    private static final List<Change> UNITS = List.of(new Change("working days", "hours"), new Change("working days", "days"),
            new Change("business days", "calendar days"), new Change("days", "weeks"), new Change("days", "months"), new Change("hours", "days"),
            new Change("hours", "minutes"), new Change("minutes", "hours"), new Change("months", "weeks"), new Change("months", "years"),
            new Change("years", "months"), new Change("weeks", "days"), new Change("%", " pounds"), new Change("month", "year"),
            new Change("points", "dollars"));
    private static final List<Change> CURRENCIES = List.of(new Change("£", "€"), new Change("£", "$"), new Change("₹", "$"), new Change("₹", "£"),
            new Change("$", "€"), new Change("$", "£"), new Change("€", "£"));
    private static final List<Change> PERIODS = List.of(new Change("a month", "a year"), new Change("per month", "per day"), new Change("a day", "a week"),
            new Change("per day", "per month"), new Change("each day", "each month"), new Change("per year", "per month"), new Change("a year", "a month"),
            new Change("daily", "weekly"), new Change("monthly", "yearly"), new Change("annual", "monthly"), new Change("yearly", "monthly"),
            new Change("every day", "every week"), new Change("per transaction", "per month"), new Change("weekly", "daily"));
    private static final List<Change> COMPARATORS = List.of(new Change("up to", "at least"), new Change("at least", "at most"),
            new Change("more than", "less than"), new Change("less than", "more than"), new Change("within", "after"), new Change("over", "under"),
            new Change("above", "below"), new Change("below", "above"), new Change("before", "after"), new Change("after", "before"),
            new Change("minimum", "maximum"), new Change("maximum", "minimum"), new Change("until", "from"), new Change("under", "over"),
            new Change("or more", "or less"), new Change("at most", "more than"), new Change("at least", "more than"), new Change("at least", "under"));
    private static final String[] MONTHS =
            "January February March April May June July August September October November December".split(" ");
    private static final Pattern MONTH = Pattern.compile("\\b(" + String.join("|", MONTHS) + ")\\b");
    private static final Pattern DATED = Pattern.compile(
            "\\b(\\d{1,2})(?= (?:" + String.join("|", MONTHS) + "))|(?<=(?:" + String.join("|", MONTHS) + ") )(\\d{1,2})\\b|\\b((?:19|20)\\d\\d)\\b(?!,)");
    private static final Pattern WEEKDAY = Pattern.compile("\\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?=s?\\b)");
    private static final Pattern AUXILIARY = Pattern.compile("\\b(is|are|can|will|must|may|should|does|do|was|has)\\b(?! not\\b|n't)");
    private static final Pattern NEGATED = Pattern.compile("\\b(is|are|can|will|must|may|should|does|do) not\\b|\\b(can)not\\b|\\b(is|are|do|does|ca|wo)n't\\b|\\b[Nn]o (?=\\w)|\\b[Ww]ithout\\b");

    private final Random random;
    private final Entities entities;

    Perturbations(Random random, Entities entities) {
        this.random = random;
        this.entities = entities;
    }

    Optional<String> of(String kind, String sentence) {
        return switch (kind) {
            case "number" -> at(NUMBER.matcher(sentence), sentence, 0, this::otherNumber);
            case "unit" -> changed(UNITS, sentence, "(?<=\\d ?|\\w )");
            case "currency" -> changed(CURRENCIES, sentence, "");
            case "date" -> date(sentence);
            case "negation" -> negated(sentence);
            case "entity" -> entities.swapped(sentence, random);
            case "limit" -> limit(sentence);
            case "period" -> changed(PERIODS, sentence, "");
            case "comparator" -> changed(COMPARATORS, sentence, "");
            default -> Optional.empty();
        };
    }

    private Optional<String> at(Matcher matcher, String sentence, int group, java.util.function.UnaryOperator<String> change) {
        List<int[]> spots = new ArrayList<>();
        while (matcher.find()) {
            spots.add(new int[] {matcher.start(group), matcher.end(group)});
        }
        if (spots.isEmpty()) {
            return Optional.empty();
        }
        int[] spot = spots.get(random.nextInt(spots.size()));
        return Optional.of(sentence.substring(0, spot[0]) + change.apply(sentence.substring(spot[0], spot[1])) + sentence.substring(spot[1]));
    }

    private String otherNumber(String number) {
        StringBuilder other = new StringBuilder(number);
        int at = random.nextInt(number.length());
        while (!Character.isDigit(number.charAt(at))) {
            at = random.nextInt(number.length());
        }
        char digit = number.charAt(at);
        char instead = digit;
        while (instead == digit || at == 0 && instead == '0') {
            instead = (char) ('0' + random.nextInt(10));
        }
        other.setCharAt(at, instead);
        return random.nextInt(4) == 0 && !number.contains(".") && number.length() > 1 ? number + "0" : other.toString();
    }

    private Optional<String> limit(String sentence) {
        Matcher matcher = LIMIT.matcher(sentence);
        if (!matcher.find()) {
            return Optional.empty();
        }
        long value = Long.parseLong(matcher.group("n").replace(",", ""));
        long other = value > 1 && random.nextBoolean() ? value - 1 : value + 1;
        String written = matcher.group("n").contains(",") ? String.format(Locale.ROOT, "%,d", other) : String.valueOf(other);
        return Optional.of(sentence.substring(0, matcher.start("n")) + written + sentence.substring(matcher.end("n")));
    }

    private Optional<String> date(String sentence) {
        List<Optional<String>> ways = List.of(
                at(DATED.matcher(sentence), sentence, 0, day -> String.valueOf(Integer.parseInt(day) > 1 ? Integer.parseInt(day) - 1 : 2)),
                at(MONTH.matcher(sentence), sentence, 0, this::otherMonth),
                at(WEEKDAY.matcher(sentence), sentence, 0, day -> day.equals("Monday") ? "Thursday" : "Monday"));
        List<String> found = ways.stream().flatMap(Optional::stream).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    private String otherMonth(String month) {
        String other = month;
        while (other.equals(month)) {
            other = MONTHS[random.nextInt(MONTHS.length)];
        }
        return other;
    }

    private Optional<String> negated(String sentence) {
        Matcher negative = NEGATED.matcher(sentence);
        if (negative.find()) {
            String found = negative.group();
            String instead = switch (found.toLowerCase(Locale.ROOT)) {
                case "cannot", "can't" -> "can";
                case "won't" -> "will";
                case "no " -> "a ";
                case "without" -> "with";
                default -> found.replaceAll("(?: not|n't)$", "");
            };
            return Optional.of(sentence.substring(0, negative.start()) + instead + sentence.substring(negative.end()));
        }
        Matcher auxiliary = AUXILIARY.matcher(sentence);
        if (!auxiliary.find()) {
            return Optional.empty();
        }
        String verb = auxiliary.group();
        String instead = verb.equals("can") ? "cannot" : random.nextInt(4) == 0 && verb.matches("is|are|does|do|was") ? verb + "n't" : verb + " not";
        return Optional.of(sentence.substring(0, auxiliary.start()) + instead + sentence.substring(auxiliary.end()));
    }

    /** A word that only means a bound where a figure follows. */
    private static final Pattern OF_FIGURES = Pattern.compile("up to|over|under|at least|at most");
    private static final Pattern FIGURE_NEXT = Pattern.compile("^ (?:a )?[£₹$€\\d].*");

    private Optional<String> changed(List<Change> changes, String sentence, String behind) {
        List<String> found = new ArrayList<>();
        for (Change change : changes) {
            boolean word = Character.isLetter(change.from().charAt(0));
            Pattern from = Pattern.compile((word ? "(?<![\\p{L}])" : "") + Pattern.quote(change.from()) + (word ? "(?![\\p{L}])" : ""));
            Matcher matcher = from.matcher(sentence);
            while (matcher.find()) {
                boolean figure = behind.isEmpty() || sentence.substring(0, matcher.start()).matches(".*\\d[ -]?");
                boolean bound = !OF_FIGURES.matcher(change.from()).matches()
                        || FIGURE_NEXT.matcher(sentence.substring(matcher.end())).matches();
                if (figure && bound) {
                    found.add(sentence.substring(0, matcher.start()) + change.to() + sentence.substring(matcher.end()));
                }
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }
}
