package io.openteller.kit;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a new project is called, everywhere.
 *
 * @param id of the plugin
 * @param packageName Java package
 * @param type beginning of the names of its classes
 * @param words for people
 * @param publisher who answers for it
 */
record ProjectName(String id, String packageName, String type, String words, String publisher) {

    private static final Pattern ID = Pattern.compile("[a-z](?:-?[a-z0-9]){2,39}");

    private static final Pattern PUBLISHER = Pattern.compile("[^\"\\\\\\p{Cntrl}]{1,80}");

    /** @throws IllegalArgumentException with words for whoever chose the name */
    static ProjectName of(String id, @Nullable String packageName, String publisher) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no id: 3 to 40 lower-case letters, digits and single hyphens, beginning with a letter");
        }
        String chosen = packageName == null ? "com.example." + id.replace("-", "") : packageName;
        if (!SourceVersion.isName(chosen, SourceVersion.RELEASE_21)) {
            throw new IllegalArgumentException("'" + chosen + "' is no Java package; choose one with --package");
        }
        if (chosen.equals("io.openteller") || chosen.startsWith("io.openteller.")) {
            throw new IllegalArgumentException("packages below io.openteller are the platform's; choose one with --package");
        }
        if (!PUBLISHER.matcher(publisher).matches()) {
            throw new IllegalArgumentException("the publisher's name has 1 to 80 letters, without quotes and backslashes");
        }
        String type = Arrays.stream(id.split("-")).map(ProjectName::capital).collect(Collectors.joining());
        return new ProjectName(id, chosen, type, capital(id.replace('-', ' ')), publisher);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    String folder() {
        return packageName.replace('.', '/');
    }
}
