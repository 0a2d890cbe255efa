package io.openteller.platform.guard.internal;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Postal addresses for learning, in the ways of writing of many countries. */
final class InventedAddresses {

    static final List<String> ENDS = List.of(
            "Street",
            "St",
            "St.",
            "Road",
            "Rd",
            "Avenue",
            "Ave",
            "Lane",
            "Drive",
            "Dr",
            "Court",
            "Close",
            "Way",
            "Place",
            "Square",
            "Crescent",
            "Terrace",
            "Hill",
            "Gardens",
            "Grove",
            "Park",
            "Row",
            "Walk",
            "Highway",
            "Parade",
            "Mews",
            "Boulevard",
            "Nagar",
            "Marg",
            "Colony",
            "Circle",
            "Green",
            "View");
    /** Rarer names for a street, so that what follows a name can be of many kinds. */
    private static final List<String> RARE_ENDS = List.of("Alley", "Bend", "Bridge", "Brook", "Bypass", "Causeway",
            "Cliffs", "Common", "Cove", "Creek", "Crossing", "Dale", "Embankment", "End", "Estate", "Expressway",
            "Field", "Fields", "Fork", "Gate", "Gateway", "Glen", "Harbor", "Heights", "Hollow", "Island", "Junction",
            "Knoll", "Lake", "Landing", "Lodge", "Loop", "Mall", "Manor", "Meadow", "Mill", "Mount", "Mountain",
            "Orchard", "Parkway", "Pass", "Path", "Pike", "Pines", "Plaza", "Point", "Port", "Ramp", "Ranch", "Ridge",
            "Rise", "River", "Shore", "Spring", "Spur", "Station", "Summit", "Trace", "Track", "Trail", "Tunnel",
            "Turnpike", "Union", "Valley", "Village", "Vista", "Wharf", "Wood", "Yard");
    static final List<String> SUFFIXES = List.of(
            "gatan", "vägen", "gata", "vegen", "veien", "vej", "gade", "straße", "strasse", "weg", "platz", "allee",
            "katu", "tie", "laan", "straat", "plein", "gasse", "stræti", "utca", "sgade", "grund", "útja", "út",
            "stien", "bakken");
    static final List<String> BEGINNINGS = List.of(
            "Rua",
            "Via",
            "Viale",
            "Piazza",
            "Rue",
            "Avenue",
            "Boulevard",
            "Place",
            "Calle",
            "C/",
            "Avenida",
            "Av.",
            "Ulica",
            "ul.",
            "Plaza",
            "Paseo",
            "Camino",
            "Rua da",
            "Via delle",
            "Corso",
            "Jalan",
            "Largo",
            "Travessa",
            "Rue de la",
            "Rue du",
            "Chemin",
            "Strada",
            "Am",
            "Ulice",
            "ulica",
            "Pl.",
            "Cesta",
            "os.",
            "Nám.",
            "nám.",
            "Plac",
            "C.",
            "Ctra.",
            "Vicolo",
            "Quai",
            "Impasse",
            "Ved",
            "An der",
            "Auf der",
            "Kirchweg",
            "Rúa");
    private static final List<String> UNITS = List.of("Apt.", "Apt", "Suite", "Unit", "Flat", "Apartment", "#");

    private final Inventions names;
    private final Random random;

    InventedAddresses(Inventions names, Random random) {
        this.names = names;
        this.random = random;
    }

    /** With a house number more often than not. */
    String street() {
        String number = names.digits(1, 3);
        return switch (random.nextInt(7)) {
            case 0 -> named();
            case 1, 2 -> named() + " " + number;
            case 3 -> names.digits(2, 5) + " " + number + " " + named();
            case 4 -> names.digits(2, 5) + " " + named() + " " + number;
            default -> number + " " + named();
        };
    }

    String postcode() {
        return switch (random.nextInt(4)) {
            case 0 ->
                "%c%c%s %s%c%c"
                        .formatted(letter(), letter(), names.digits(1, 2), names.digits(1, 1), letter(), letter());
            case 1 -> names.digits(6, 6);
            case 2 -> names.digits(3, 3) + " " + names.digits(2, 3);
            default -> names.digits(4, 5);
        };
    }

    String address() {
        String unit = " " + names.one(UNITS) + " " + names.digits(1, 3);
        String in = random.nextBoolean() ? unit : "";
        String city = random.nextInt(3) == 0 ? names.city().toUpperCase(Locale.ROOT) : names.city();
        String state = random.nextInt(4) == 0 ? "nan" : "%c%c".formatted(letter(), letter());
        return switch (random.nextInt(12)) {
            case 0 -> street() + ", " + city + " " + postcode();
            case 9 -> "the corner of " + street() + " and " + street();
            case 10 -> street() + " and " + street();
            case 11 ->
                "P.O. Box " + names.digits(1, 4) + " " + named() + in + "\n" + city + "\n " + names.country() + " "
                        + postcode();
            case 1 -> street() + in + "\n" + city + "\n, " + state + "\n " + names.country() + " " + postcode();
            case 2 -> street() + "\n" + in + "\n " + city + "\n " + names.country() + " " + postcode();
            case 3 -> "Flat " + names.digits(1, 3) + ", " + street() + ", " + city + ", " + postcode();
            case 4 ->
                "H.No. " + names.digits(1, 3) + ", " + names.proper() + " Nagar, " + city + " " + names.digits(6, 6);
            case 5 -> street() + ", " + postcode() + " " + city + ", " + names.country();
            case 6 ->
                street() + in + " " + city + " " + names.country() + (random.nextBoolean() ? " " + postcode() : "");
            case 7 -> street() + in + "\n" + city + "\n, " + state + "\n " + postcode();
            default -> street() + in + ", " + city;
        };
    }

    private String named() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> names.proper() + " " + names.one(ENDS);
            case 2 -> names.proper() + names.one(SUFFIXES);
            case 3 -> names.one(BEGINNINGS) + " " + names.proper() + (random.nextBoolean() ? " " + names.proper() : "");
            case 4 -> random.nextInt(3) == 0 ? names.proper() : names.proper() + " " + names.proper();
            case 5 -> names.proper() + " " + names.one(RARE_ENDS);
            default -> names.proper() + " " + names.proper() + " " + names.one(ENDS);
        };
    }

    private char letter() {
        return (char) ('A' + random.nextInt(26));
    }
}
