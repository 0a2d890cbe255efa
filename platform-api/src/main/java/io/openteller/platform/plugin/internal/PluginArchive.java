package io.openteller.platform.plugin.internal;

import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.pf4j.DefaultVersionManager;

/** A file that claims to be a plugin, looked at before any of its code runs. */
record PluginArchive(String id, String version) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,63}");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+[0-9A-Za-z.+-]{0,40}");
    private static final Pattern OWN_INTERFACE =
            Pattern.compile("classes/io/openteller/spi/.*|lib/(openteller-spi|pf4j)-[^/]*\\.jar");
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 400L * 1024 * 1024;

    /** @throws ProblemException PLUGIN_REJECTED with the reason, if it cannot be one for this platform */
    static PluginArchive read(Path file, String interfaceVersion) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            checkEntries(zip);
            Properties described = description(zip);
            String id = value(described, "plugin.id", ID);
            String version = value(described, "plugin.version", VERSION);
            checkRequires(described.getProperty("plugin.requires", "").trim(), interfaceVersion);
            return new PluginArchive(id, version);
        } catch (ZipException noZip) {
            throw rejected("the file is no zip archive");
        } catch (IOException broken) {
            throw rejected("the file cannot be read");
        }
    }

    static ProblemException rejected(String why) {
        return new ProblemException(ErrorCode.PLUGIN_REJECTED, why);
    }

    private static void checkEntries(ZipFile zip) {
        List<? extends ZipEntry> entries = zip.stream().limit(MOST_ENTRIES + 1L).toList();
        long bytes = entries.stream().mapToLong(ZipEntry::getSize).sum();
        if (entries.size() > MOST_ENTRIES || bytes > MOST_BYTES) {
            throw rejected("it would unpack to more than " + MOST_ENTRIES + " files or 400 MB");
        }
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..")) {
                throw rejected("it names files outside of itself");
            }
            if (!entry.isDirectory() && OWN_INTERFACE.matcher(name).matches()) {
                throw rejected("it brings a copy of the plugin interface (" + name + "); leave that to the platform");
            }
        }
    }

    private static Properties description(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry("plugin.properties");
        if (entry == null) {
            throw rejected("it has no plugin.properties");
        }
        Properties described = new Properties();
        try (InputStream bytes = zip.getInputStream(entry)) {
            described.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw rejected("its plugin.properties cannot be read");
        }
        return described;
    }

    private static String value(Properties described, String name, Pattern form) {
        String value = described.getProperty(name, "").trim();
        if (!form.matcher(value).matches()) {
            throw rejected("its " + name + " is missing or malformed");
        }
        return value;
    }

    /** A plugin that does not say what it was made for would load and then fail in a customer's conversation. */
    private static void checkRequires(String requires, String interfaceVersion) {
        if (requires.isEmpty() || requires.equals("*")) {
            throw rejected("its plugin.requires does not say which plugin interface it was made for");
        }
        boolean fits;
        try {
            fits = new DefaultVersionManager().checkVersionConstraint(interfaceVersion, requires);
        } catch (RuntimeException malformed) {
            throw rejected("its plugin.requires is malformed");
        }
        if (!fits) {
            throw rejected("it needs plugin interface " + requires + "; this platform has " + interfaceVersion);
        }
    }
}
