package io.openteller.platform.guard.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The word files of this room; as sets in lower case. */
final class WordLists {

    private static final Pattern SMALL = Pattern.compile("(?<![\\p{L}\\p{N}'’])\\p{Ll}{2,}(?![\\p{L}\\p{N}])");

    static final List<String> GIVEN = words("given-names.txt");
    static final List<String> FAMILY = words("family-names.txt");
    static final List<String> NATIONALITIES = words("nationalities.txt");
    static final List<String> JOBS = words("job-words.txt");
    static final List<String> COMPANIES = phrases("companies.txt");
    static final List<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
            .filter(name -> name.matches("[\\p{L} ]{3,20}"))
            .toList();
    static final List<String> CITIES = Stream.concat(
                    phrases("places.txt").stream(),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(zone ->
                                    zone.matches("(?:Africa|America|Asia|Australia|Europe|Pacific)/[A-Za-z_]{4,}"))
                            .sorted()
                            .map(zone -> zone.substring(zone.indexOf('/') + 1).replace('_', ' ')))
            .distinct()
            .toList();

    static final Set<String> GIVEN_SET = lower(GIVEN);
    static final Set<String> FAMILY_SET = lower(FAMILY);
    static final Set<String> COMMON = common();
    static final Set<String> NATIONALITY_SET =
            lower(Stream.concat(NATIONALITIES.stream(), NATIONALITIES.stream().map(one -> one + "s"))
                    .toList());
    static final Set<String> JOB_SET = lower(JOBS);
    static final Set<String> COMPANY_SET = lower(COMPANIES);
    static final Set<String> PLACE_SET =
            lower(Stream.concat(COUNTRIES.stream(), CITIES.stream()).toList());

    private WordLists() {}

    static List<String> lines(String file) {
        String path = "/guard/" + file;
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordLists.class.getResourceAsStream(path), path), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Also what is written in small letters in the phrasings of this room: nobody is called so there. */
    private static Set<String> common() {
        Set<String> common = lower(words("common-words.txt"));
        for (String file : List.of("ordinary.txt", "attacks.txt")) {
            for (String line : lines(file)) {
                SMALL.matcher(line)
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> !GIVEN_SET.contains(word) && !FAMILY_SET.contains(word))
                        .forEach(common::add);
            }
        }
        return common;
    }

    private static List<String> words(String file) {
        return split(file, "\\s+");
    }

    private static List<String> phrases(String file) {
        return split(file, ",\\s*");
    }

    private static List<String> split(String file, String between) {
        return lines(file).stream()
                .flatMap(line -> Arrays.stream(line.split(between)))
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
    }

    private static Set<String> lower(List<String> words) {
        Set<String> set = new HashSet<>();
        words.forEach(word -> set.add(word.toLowerCase(Locale.ROOT)));
        return set;
    }
}
