package io.openteller.platform.guard.internal;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Names of people, companies, places and streets for learning: known ones, and made-up ones, because most names that
 * customers have are in no list.
 */
final class Inventions {

    private static final List<String> ONSETS = List.of("b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k",
            "kh", "kr",
            "l", "m", "n", "p", "pr", "r", "s", "sh", "st", "t", "th", "tr", "v", "w", "y", "z", "sk", "š", "ž", "č",
            "ł", "þ", "");
    private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u", "a", "e", "i", "o", "u", "á", "é",
            "í", "ó", "ö", "ü", "ø", "å", "ai", "ei", "ou", "ie");
    private static final List<String> CODAS = List.of("", "", "", "n", "r", "s", "l", "m", "t", "k", "nd", "rt", "v",
            "x", "ck", "tz");
    private static final List<String> FAMILY_ENDS = List.of("son", "sen", "ova", "ov", "ski", "ska", "ić", "ez", "es",
            "dóttir",
            "sson", "mann", "berg", "stein", "wal", "kar", "wala", "ian", "idis", "opoulos", "enko", "adze", "bury",
            "ley", "ton", "", "", "", "");
    private static final List<String> PLACE_ENDS = List.of("ton", "ham", "ville", "burg", "bury", "ford", "stad",
            "by", "abad",
            "pur", "nagar", "ia", "grad", "dorf", "heim", "o", "a", "e", "ec", "mouth", "field", "hus", "feld", "",
            "", "");
    private static final List<String> TITLES = List.of("Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss", "Dr.", "Dr",
            "Prof.", "Professor", "Shri", "Smt.", "Sir", "Lady");
    private static final List<String> COMPANY_ENDS = List.of("Ltd", "Limited", "Inc", "Inc.", "LLC", "PLC", "plc",
            "GmbH", "AG", "SA",
            "Pvt Ltd", "Group", "and Sons", "& Sons", "Bank", "Holdings", "Partners", "Industries", "Foods", "Motors",
            "Insurance", "Energy", "Technologies", "Solutions", "Systems", "Media", "Hospital", "University", "Academy",
            "School", "Club", "Airlines", "Logistics", "Pharma", "Stores", "Supermarket", "Hotel", "Capital",
            "Associates", "Foundation", "Analytics", "Labs", "Advisory", "Works", "Agency", "Care", "Health", "Finance",
            "Consulting", "Research", "Design", "Interactive", "Networks", "Ventures", "Data", "Mobile", "Studios",
            "Press", "Brewery", "Records", "Trust", "Services", "Company", "& Co", "and Partners", "Corporation");
    private static final List<String> LEGAL =
            List.of("LLC", "Ltd", "Ltd.", "Inc", "Inc.", "PLC", "LLP", "GmbH", "Group", "Pvt Ltd", "S.A.", "AB", "Oy", "BV");
    private static final List<String> COMPANY_WORDS = List.of(
            "golden", "silver", "bright", "urban", "royal", "simple", "honest", "early", "northern", "pacific", "solar",
            "lunar", "digital", "global", "true", "first", "second", "third", "little", "grand", "wild", "quiet",
            "rapid", "social", "public", "open", "better", "fresh", "iron", "copper", "amber", "velvet", "crystal",
            "bridge", "harbour", "lantern", "anchor", "compass", "river", "mountain", "valley", "forest", "garden",
            "meadow", "falcon", "raven", "otter", "tiger", "bear", "wolf", "fox", "owl", "honey", "pepper", "olive",
            "orange", "maple", "oak", "cedar", "willow", "stone", "rock", "sand", "wave", "ocean", "storm", "cloud",
            "rain", "star", "comet", "orbit", "rocket", "engine", "wheel", "gear", "signal", "pixel", "vector",
            "matrix", "prism", "mirror", "window", "door", "key", "pocket", "paper", "ink", "letter", "story", "page",
            "book", "market", "trade", "wealth", "fund", "credit", "ledger", "value", "growth", "energy", "power",
            "water", "food", "kitchen", "table", "farm", "harvest", "home", "house", "room", "street", "city",
            "village", "school", "class", "lesson", "mind", "memory", "idea", "insight", "vision", "voice", "echo",
            "pulse", "heart", "body", "life", "family", "people", "crowd", "friend", "partner", "team", "union",
            "legal", "medical", "dental", "travel", "flight", "road", "track", "map", "guide", "point", "link",
            "node", "grid", "chain", "block", "code", "logic", "system", "machine", "robot", "mobile", "phone",
            "weather", "climate", "carbon", "zero", "one", "seven", "alpha", "beta", "delta", "omega", "sigma");
    private static final List<String> COMPANY_FIRST = List.of("Core", "Net", "Trans", "Pay", "Green", "Blue", "Data",
            "Cloud", "Health",
            "Bio", "Opti", "Quick", "Smart", "Home", "Car", "Food", "Next", "Open", "Sun", "Sky", "Red", "Clear",
            "Auto", "Inno", "Hyper", "Info", "Geo", "Medi");
    private static final List<String> COMPANY_SECOND = List.of("tech", "soft", "works", "hub", "mart", "zone",
            "media", "link", "path",
            "nova", "ware", "base", "point", "labs", "gram", "ly", "ify", "ster", "scape", "cast", "logix", "graph",
            "box", "dot", "com", "ex", "in", "scope", "metrics", "vest", "sight", "stream", "wise", "care", "bridge", "sense",
            "tel", "gen", "flow", "sys", "io", "era", "us", "ix", "ient", "ant", "iva", "on", "um", "ity", "force");
    private static final List<String> PHONES = List.of("0*## ######", "0*### ######", "07### ######", "(0*#) #### ####",
            "+44 *### ######", "+91 9#### #####", "9#########", "*##-*##-####", "(*##) *##-####", "*##.*##.####",
            "+1 *## *## ####", "+49 *## #######", "0*## / ## ## ##", "0* ## ## ## ##", "+33 * ## ## ## ##", "0*.##.##.##.##",
            "## ## ## ##", "### ## ###", "### ### ###", "+47 ### ## ###", "+358 ## ### ####", "0*-### ## ##",
            "04## ### ###", "(0#) #### ####", "0## ### ## ##", "+41 ## ### ## ##", "00* *## #######", "*##-*##-####x##",
            "+*#-###-#######", "0*### ## ## ##");
    private static final List<String> JOB_FIELDS = List.of("sales", "marketing", "software", "senior", "junior",
            "chief", "dental",
            "real estate", "insurance", "food service", "heavy equipment", "production", "human resources",
            "customer service",
            "financial", "medical", "legal", "civil", "electrical", "mechanical", "school", "travel", "security",
            "night", "assistant",
            "head", "data", "research", "public relations", "construction", "tax", "bank", "loan", "fitness", "floor",
            "hotel", "music",
            "paper", "metal", "textile", "aircraft", "automotive", "community", "social", "computer", "network",
            "web", "lead", "deputy", "general", "executive", "account", "purchasing", "shipping and receiving",
            "private", "police");

    /** Words that say what stands next to them; they may be known by themselves. */
    static final List<String> MARKS = java.util.stream.Stream.of(TITLES, COMPANY_ENDS, JOB_FIELDS, WordLists.JOBS,
                    List.of("Apt", "Suite", "Unit", "Flat", "Apartment", "nan", "de", "la", "van", "von", "New",
                            "San", "Saint", "University", "of"))
            .flatMap(List::stream)
            .flatMap(words -> java.util.Arrays.stream(words.split(" ")))
            .toList();

    /** How an occupation of several words may begin. */
    static final java.util.Set<String> JOB_STARTS = JOB_FIELDS.stream()
            .flatMap(words -> java.util.Arrays.stream(words.split(" ")))
            .filter(word -> !word.equals("and"))
            .collect(java.util.stream.Collectors.toSet());

    private final Random random;

    Inventions(Random random) {
        this.random = random;
    }

    String first() {
        return random.nextInt(100) < 62 ? one(WordLists.GIVEN) : capital(syllables(1 + random.nextInt(3)));
    }

    String last() {
        String invented = capital(syllables(1 + random.nextInt(3)) + one(FAMILY_ENDS));
        String name = random.nextInt(100) < 55 ? one(WordLists.FAMILY) : invented;
        return random.nextInt(25) == 0 ? name + "-" + one(WordLists.FAMILY) : name;
    }

    String full() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> first() + " " + (char) ('A' + random.nextInt(26)) + ". " + last();
            case 2 -> first() + " " + (char) ('A' + random.nextInt(26)) + " " + last();
            case 3 -> first() + " " + first() + " " + last();
            case 4 -> first();
            case 5 -> one(TITLES) + " " + first() + " " + last();
            case 6 -> first() + " " + one(List.of("de", "van", "von", "bin", "al", "da", "del", "O'")) + " " + last();
            default -> first() + " " + last();
        };
    }

    String titled() {
        return one(TITLES) + " " + (random.nextBoolean() ? last() : firstAndLast());
    }

    private String firstAndLast() {
        return first() + " " + last();
    }

    String company() {
        return switch (random.nextInt(16)) {
            case 0, 1 -> one(WordLists.COMPANIES);
            case 2 -> last() + " " + one(COMPANY_ENDS);
            case 3 -> last() + "-" + last();
            case 4 -> last() + ", " + last() + " and " + last() + (random.nextInt(3) == 0 ? " " + one(LEGAL) : "");
            case 5 -> last() + " & " + last();
            case 6 -> one(COMPANY_FIRST) + one(COMPANY_SECOND);
            case 7 -> capital(syllables(2)) + one(COMPANY_SECOND);
            case 8 -> last() + (random.nextBoolean() ? " and Sons" : " " + one(LEGAL));
            case 9 -> capital(one(COMPANY_WORDS)) + capital(one(COMPANY_WORDS));
            case 10, 11 -> capital(one(COMPANY_WORDS)) + " " + capital(one(COMPANY_WORDS));
            case 12 -> capital(one(COMPANY_WORDS)) + " " + one(COMPANY_ENDS);
            case 13 -> capital(one(COMPANY_WORDS)) + one(COMPANY_SECOND);
            case 14 -> capital(syllables(2));
            default -> one(COMPANY_FIRST) + one(COMPANY_SECOND) + " " + one(COMPANY_ENDS);
        };
    }

    String job() {
        String noun = random.nextInt(7) > 0
                ? one(WordLists.JOBS)
                : syllables(2) + one(List.of("er", "or", "ist", "ographer", "ologist", "man", "worker", "keeper",
                        "ier", "ant"));
        String job = switch (random.nextInt(5)) {
            case 0, 1 -> noun;
            case 2 -> one(JOB_FIELDS) + " and " + one(JOB_FIELDS) + " " + noun;
            default -> one(JOB_FIELDS) + " " + noun;
        };
        return switch (random.nextInt(3)) {
            case 0 -> job;
            case 1 -> capital(job);
            default -> titleCase(job);
        };
    }

    String city() {
        String name = random.nextInt(100) < 50 ? one(WordLists.CITIES) : capital(syllables(1 + random.nextInt(2)) + one(PLACE_ENDS));
        return switch (random.nextInt(12)) {
            case 0 -> one(List.of("Colle ", "San ", "Saint ", "New ", "Port ", "Bad ", "Los ", "Le ", "North ")) + name;
            case 1 -> name.toUpperCase(Locale.ROOT);
            default -> name;
        };
    }

    String country() {
        return one(WordLists.COUNTRIES);
    }

    String nationality() {
        return one(WordLists.NATIONALITIES);
    }

    /** A telephone number in the ways of writing of many countries; not one that anybody need have. */
    String phone() {
        StringBuilder phone = new StringBuilder();
        for (char sign : one(PHONES).toCharArray()) {
            phone.append(
                    sign == '#' ? (char) ('0' + random.nextInt(10)) : sign == '*' ? (char) ('1' + random.nextInt(9)) : sign);
        }
        return phone.toString();
    }

    String proper() {
        return random.nextBoolean() ? last() : capital(syllables(2));
    }

    String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    String digits(int least, int most) {
        int length = least + random.nextInt(most - least + 1);
        StringBuilder digits = new StringBuilder().append((char) ('1' + random.nextInt(9)));
        while (digits.length() < length) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String titleCase(String words) {
        StringBuilder cased = new StringBuilder();
        for (String word : words.split(" ")) {
            cased.append(cased.isEmpty() ? "" : " ").append(word.equals("and") ? word : capital(word));
        }
        return cased.toString();
    }

    private String syllables(int count) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < count; i++) {
            word.append(one(ONSETS)).append(one(VOWELS)).append(one(CODAS));
        }
        return word.length() < 2 ? word + "no" : word.toString();
    }
}
