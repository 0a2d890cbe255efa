package io.openteller.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where this person's Maven keeps what it has. */
final class LocalRepository {

    private static final Pattern OPTION = Pattern.compile("-Dmaven\\.repo\\.local=(\\S+)");
    private static final Pattern SETTING = Pattern.compile("(?s)<localRepository>\\s*(.*?)\\s*</localRepository>");

    private LocalRepository() {}

    static Path folder() throws IOException {
        return folder(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Path folder(Map<String, String> environment, Path home) throws IOException {
        for (String variable : new String[] {"MAVEN_ARGS", "MAVEN_OPTS"}) {
            Matcher option = OPTION.matcher(environment.getOrDefault(variable, ""));
            if (option.find()) {
                return Path.of(option.group(1));
            }
        }
        Path settings = home.resolve(".m2").resolve("settings.xml");
        if (Files.isReadable(settings)) {
            Matcher setting = SETTING.matcher(Files.readString(settings).replaceAll("(?s)<!--.*?-->", ""));
            if (setting.find()) {
                return Path.of(setting.group(1).replace("${user.home}", home.toString()));
            }
        }
        return home.resolve(".m2").resolve("repository");
    }
}
