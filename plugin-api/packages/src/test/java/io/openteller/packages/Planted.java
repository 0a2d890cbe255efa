package io.openteller.packages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.packages.VerifiedPackage.Trust;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Packages with one thing wrong each, and the reason for which they must be refused. */
record Planted(String what, Reason reason, String words, byte[] zip, Rules rules) {

    static final SigningKey PLATFORM = SigningKey.generate();
    static final SigningKey PARTNER = SigningKey.generate();
    static final SigningKey REVOKED = SigningKey.generate();
    static final TrustedKeys KEYS = Planted::key;
    private static final Rules NOTHING_INSTALLED = Rules.alone();

    @Override
    public String toString() {
        return what;
    }

    private static Optional<TrustedKey> key(String id) {
        return List.of(
                        TrustedKey.of(PLATFORM, "Platform", Trust.PLATFORM),
                        TrustedKey.of(PARTNER, "Partner", Trust.PARTNER),
                        new TrustedKey(REVOKED.id(), "Gone", REVOKED.publicKey(), Trust.PARTNER, Instant.EPOCH))
                .stream()
                .filter(key -> key.keyId().equals(id))
                .findFirst();
    }

    static List<Planted> all() {
        List<Planted> all = new ArrayList<>();
        archives(all);
        signatures(all);
        versions(all);
        code(all);
        capabilities(all);
        return all;
    }

    private static void archives(List<Planted> all) {
        add(all, "words", Reason.NOT_A_ZIP, "no zip archive", "PK but not really".getBytes(StandardCharsets.UTF_8));
        add(all, "nothing", Reason.NOT_A_ZIP, "no zip archive", new byte[0]);
        byte[] whole = MadePackage.sound().signed(PARTNER).zip();
        add(all, "half of one", Reason.NOT_A_ZIP, "no zip archive", Arrays.copyOf(whole, whole.length / 2));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= Entries.MOST; i++) {
            many.put("classes/f" + i, new byte[0]);
        }
        add(all, "very many files", Reason.TOO_MANY_FILES, "more than", MadePackage.zip(many));
        for (String name : List.of(
                "../out", "classes/../../out", "/out", "classes//out", "classes\\out", "classes/c:out", "classes/.",
                "classes/out.", "classes/out ", "classes/\u00e9", "classes/o\u0000ut", "classes/" + "n".repeat(300))) {
            add(all, "file named " + name, Reason.UNSAFE_NAME, "not safe", MadePackage.sound().file(name, "").zip());
        }
        add(all, "two of a name", Reason.DUPLICATE_NAME, "two files named classes/aa",
                renamed(MadePackage.sound().file("classes/aa", "1").file("classes/ab", "2"), "classes/ab", "classes/aa"));
        add(all, "manifest in capitals", Reason.DUPLICATE_NAME, "upper and lower case",
                MadePackage.sound().signed(PARTNER).file("Plugin.json", "{}").zip());
        add(all, "class in other capitals", Reason.DUPLICATE_NAME, "upper and lower case",
                MadePackage.sound().file("classes/made/ABOUT.class", "").zip());
        add(all, "file that is a folder", Reason.DUPLICATE_NAME, "a file and a folder",
                MadePackage.sound().file("classes/made", "").zip());
        add(all, "script beside", Reason.LAYOUT, "where no package has one: run.sh",
                MadePackage.sound().file("run.sh", "").zip());
        add(all, "jar below lib", Reason.LAYOUT, "lib/more/a.jar", MadePackage.sound().file("lib/more/a.jar", "").zip());
    }

    private static void signatures(List<Planted> all) {
        add(all, "no signature", Reason.UNSIGNED, "not signed", MadePackage.sound().zip());
        add(all, "signature removed", Reason.UNSIGNED, "not signed",
                MadePackage.sound().signed(PARTNER).without(Names.SIGNATURE).zip());
        add(all, "no name of a key", Reason.UNSIGNED, "names no key",
                MadePackage.sound().signed(PARTNER).saying(json -> ((ObjectNode) json.get("publisher")).put("key", "")).zip());
        add(all, "no plugin.json", Reason.MANIFEST, "no plugin.json",
                MadePackage.sound().signed(PARTNER).without(Names.MANIFEST).zip());
        add(all, "odd plugin.json", Reason.MANIFEST, "plugin.json: colour is not known",
                MadePackage.sound().saying(json -> json.put("colour", "red")).signed(PARTNER).zip());
        add(all, "plugin.json of a megabyte", Reason.TOO_LARGE, "plugin.json is too large",
                MadePackage.sound().signed(PARTNER).file(Names.MANIFEST, " ".repeat(1 << 20)).zip());
        add(all, "key of a stranger", Reason.UNKNOWN_KEY, "nobody here trusts",
                MadePackage.sound().signed(SigningKey.generate()).zip());
        add(all, "revoked key", Reason.REVOKED_KEY, "was revoked at 1970", MadePackage.sound().signed(REVOKED).zip());
        MadePackage lying = MadePackage.sound().signed(PARTNER);
        lying.saying(json -> ((ObjectNode) json.get("publisher")).put("key", PLATFORM.id()));
        add(all, "name of a better key", Reason.BAD_SIGNATURE, "not one of the key " + PLATFORM.id(), lying.zip());
        MadePackage other = MadePackage.sound().file("classes/other", "x").signed(PARTNER);
        add(all, "signature of another package", Reason.BAD_SIGNATURE, "not one of the key",
                MadePackage.sound().signed(PARTNER).file(Names.SIGNATURE, other.content(Names.SIGNATURE)).zip());
        add(all, "signature that is none", Reason.BAD_SIGNATURE, "not one of the key",
                MadePackage.sound().signed(PARTNER).file(Names.SIGNATURE, "!").zip());
        MadePackage grown = MadePackage.sound().signed(PARTNER).file("classes/more", "x");
        add(all, "hash list made anew", Reason.BAD_SIGNATURE, "not one of the key",
                grown.file(Names.HASHES, HashList.written(HashList.of(grown.files))).zip());
        add(all, "file added after signing", Reason.FILES_DIFFER, "not signed: classes/more",
                MadePackage.sound().signed(PARTNER).file("classes/more", "x").zip());
        add(all, "file removed after signing", Reason.FILES_DIFFER, "missing: classes/made/About.class",
                MadePackage.sound().signed(PARTNER).without("classes/made/About.class").zip());
        MadePackage keyed = MadePackage.sound().signed(PARTNER);
        byte[] list = keyed.content(Names.HASHES);
        add(all, "hash list without an end", Reason.FILES_DIFFER, "not sorted by path, one line per file",
                keyed.listed(PARTNER, Arrays.copyOf(list, list.length - 1)).zip());
        add(all, "hash list of words", Reason.FILES_DIFFER, "malformed",
                MadePackage.sound().signed(PARTNER).listed(PARTNER, "all of it\n".getBytes(StandardCharsets.UTF_8)).zip());
        SortedMap<String, String> itself = new TreeMap<>(HashList.of(keyed.files));
        itself.put(Names.SIGNATURE, HexFormat.of().formatHex(new byte[32]));
        add(all, "hash list with the signature", Reason.FILES_DIFFER, "missing: signature",
                keyed.listed(PARTNER, HashList.written(itself)).zip());
        add(all, "class changed after signing", Reason.HASH_DIFFERS, "not what was signed: classes/made/About.class",
                MadePackage.sound().signed(PARTNER).file("classes/made/About.class", "other").zip());
        add(all, "capability added after signing", Reason.HASH_DIFFERS, "not what was signed: plugin.json",
                MadePackage.sound().signed(PARTNER).saying(json -> json.put("privacy", "Sells it.")).zip());
    }

    private static void versions(List<Planted> all) {
        add(all, "for a later platform", Reason.SPI_RANGE, "it needs plugin interface >=9.0.0; this platform has",
                MadePackage.sound().saying(json -> json.put("spi", ">=9.0.0")).signed(PARTNER).zip());
        byte[] sound = MadePackage.sound().signed(PARTNER).zip();
        add(all, "another 1.0.0", Reason.SAME_VERSION_OTHER_CONTENT, "a changed package needs a new version", sound,
                installed("1.0.0", false));
        add(all, "older than what is there", Reason.DOWNGRADE, "older than version 1.10.0", sound, installed("1.10.0", false));
        add(all, "another 1.0.0, where older ones are welcome", Reason.SAME_VERSION_OTHER_CONTENT, "a new version", sound,
                installed("1.0.0", true));
    }

    private static Rules installed(String version, boolean olderAllowed) {
        return new Rules("1.0.0", id -> id.equals("made") ? Map.of(version, "00", "0.1.0", "11") : Map.of(), olderAllowed);
    }

    private static void code(List<Planted> all) {
        add(all, "copy of the interface in classes", Reason.BUNDLED_INTERFACE, "classes: io/openteller/spi/Http.class",
                MadePackage.sound().file("classes/io/openteller/spi/Http.class", "").signed(PARTNER).zip());
        add(all, "copy of PF4J in a jar", Reason.BUNDLED_INTERFACE, "pf4j.jar: org/pf4j/Plugin.class",
                MadePackage.sound().library("pf4j.jar", Map.of("org/pf4j/Plugin.class", new byte[0])).signed(PARTNER).zip());
        add(all, "copy of the interface for newer Javas", Reason.BUNDLED_INTERFACE, "io/openteller/spi/Http.class",
                MadePackage.sound()
                        .library("a.jar", Map.of("META-INF/versions/25/io/openteller/spi/Http.class", new byte[0]))
                        .signed(PARTNER)
                        .zip());
        for (String path : List.of("../../other.jar", "/tmp/other.jar", "file:other.jar", "http://x.example/a.jar", "a%2fb")) {
            byte[] manifest = ("Manifest-Version: 1.0\nClass-Path: good.jar " + path + "\n").getBytes(StandardCharsets.UTF_8);
            add(all, "jar that asks for " + path, Reason.OUTSIDE_CODE, "asks for code outside",
                    MadePackage.sound().library("a.jar", Map.of("META-INF/MANIFEST.MF", manifest)).signed(PARTNER).zip());
        }
        add(all, "jar that is none", Reason.NOT_A_ZIP, "its library a.jar is no jar",
                MadePackage.sound().file("lib/a.jar", "x").signed(PARTNER).zip());
        add(all, "no index", Reason.NO_EXTENSIONS, "no index of extensions",
                MadePackage.sound().without(Names.INDEX).signed(PARTNER).zip());
        add(all, "empty index", Reason.NO_EXTENSIONS, "no index of extensions",
                MadePackage.sound().file(Names.INDEX, "# nothing\n\n").signed(PARTNER).zip());
        add(all, "only a description", Reason.NO_EXTENSIONS, "no extension but its description",
                MadePackage.sound().file(Names.INDEX, "made.About\n").signed(PARTNER).zip());
        add(all, "no description", Reason.NO_EXTENSIONS, "and has 0",
                MadePackage.sound().file(Names.INDEX, "made.Accounts\n").signed(PARTNER).zip());
        add(all, "two descriptions", Reason.NO_EXTENSIONS, "and has 2",
                MadePackage.sound()
                        .classes(MadePackage.ABOUT.replace("class About", "class Again"))
                        .file(Names.INDEX, MadePackage.INDEX + "made.Again\n")
                        .signed(PARTNER)
                        .zip());
        add(all, "index of a class that is not there", Reason.MISSING_CLASS, "the class made.Cards is not in it",
                MadePackage.sound().file(Names.INDEX, MadePackage.INDEX + "made.Cards\n").signed(PARTNER).zip());
        add(all, "class under another's name", Reason.MISSING_CLASS, "made.Accounts cannot be read",
                MadePackage.sound()
                        .file("classes/made/Accounts.class", MadePackage.sound().content("classes/made/About.class"))
                        .signed(PARTNER)
                        .zip());
        add(all, "class that is none", Reason.MISSING_CLASS, "made.Accounts cannot be read",
                MadePackage.sound().file("classes/made/Accounts.class", "cafe babe").signed(PARTNER).zip());
        add(all, "parent that is not there", Reason.MISSING_CLASS, "the class made.Parent is not in it",
                MadePackage.sound()
                        .classes("public class Parent {}", "public class Child extends Parent implements "
                                + "org.pf4j.ExtensionPoint {}")
                        .without("classes/made/Parent.class")
                        .file(Names.INDEX, MadePackage.INDEX + "made.Child\n")
                        .signed(PARTNER)
                        .zip());
        add(all, "lifecycle that is not there", Reason.MISSING_CLASS, "made.Life is not in it",
                MadePackage.sound().saying(json -> json.put("lifecycle", "made.Life")).signed(PARTNER).zip());
        add(all, "lifecycle that is none", Reason.MISSING_CLASS, "made.About is no org.pf4j.Plugin",
                MadePackage.sound().saying(json -> json.put("lifecycle", "made.About")).signed(PARTNER).zip());
        byte[] accounts = MadePackage.sound().content("classes/made/Accounts.class");
        add(all, "class twice", Reason.AMBIGUOUS_CLASS, "made.Accounts is in it more than once",
                MadePackage.sound().library("a.jar", Map.of("made/Accounts.class", accounts)).signed(PARTNER).zip());
        add(all, "other class for newer Javas", Reason.AMBIGUOUS_CLASS, "made.Accounts is in it more than once",
                MadePackage.sound()
                        .library("a.jar", Map.of("META-INF/versions/21/made/Accounts.class", accounts))
                        .signed(PARTNER)
                        .zip());
    }

    private static void capabilities(List<Planted> all) {
        String cards = """
                public abstract class Cards implements io.openteller.spi.banking.CardControl { RUNS }
                """;
        add(all, "more than it declares", Reason.UNDECLARED_CAPABILITY, "implements CardControl, which plugin.json",
                MadePackage.sound().classes(cards).file(Names.INDEX, MadePackage.INDEX + "made.Cards\n").signed(PARTNER).zip());
        SortedMap<String, byte[]> hidden = new TreeMap<>(Compiled.of(
                "public interface Quiet extends io.openteller.spi.banking.CardControl {}",
                "public abstract class Deep implements Quiet {}",
                "public abstract class Shallow extends Deep {}"));
        byte[] shallow = Objects.requireNonNull(hidden.remove("made/Shallow.class"));
        add(all, "more than it declares, by a parent in a jar", Reason.UNDECLARED_CAPABILITY, "implements CardControl",
                MadePackage.sound()
                        .file("classes/made/Shallow.class", shallow)
                        .library("deep.jar", hidden)
                        .file(Names.INDEX, MadePackage.INDEX + "made.Shallow\n")
                        .signed(PARTNER)
                        .zip());
        add(all, "less than it declares", Reason.CAPABILITY_NOT_IMPLEMENTED, "declares CardControl, which no class",
                MadePackage.sound()
                        .saying(json -> json.withArray("capabilities").addObject().put("name", "CardControl").putArray("operations"))
                        .signed(PARTNER)
                        .zip());
        add(all, "operation that there is not", Reason.CAPABILITY_NOT_IMPLEMENTED, "AccountReader.close, which there is not",
                MadePackage.sound()
                        .saying(json -> ((ObjectNode) json.at("/capabilities/0/operations/0")).put("name", "close"))
                        .signed(PARTNER)
                        .zip());
        add(all, "kind too many", Reason.KINDS_DIFFER, "[banking, llm], and its classes are for [banking]",
                MadePackage.sound().saying(json -> json.withArray("kinds").add("llm")).signed(PARTNER).zip());
        add(all, "other kind", Reason.KINDS_DIFFER, "[llm], and its classes are for [banking]",
                MadePackage.sound().saying(json -> json.putArray("kinds").add("llm")).signed(PARTNER).zip());
        byte[] later = new String(MadePackage.sound().content("classes/made/Accounts.class"), StandardCharsets.ISO_8859_1)
                .replace("spi/banking/AccountReader", "spi/banking/BranchLocator")
                .getBytes(StandardCharsets.ISO_8859_1);
        add(all, "interface of a later platform", Reason.SPI_RANGE, "banking.BranchLocator, which this platform",
                MadePackage.sound().file("classes/made/Accounts.class", sameLength(later)).signed(PARTNER).zip());
    }

    /** The name is as long as the other: the constant pool's lengths stay right. */
    private static byte[] sameLength(byte[] changed) {
        if (changed.length != MadePackage.sound().content("classes/made/Accounts.class").length) {
            throw new IllegalStateException("the planted name must be as long as the one that it replaces");
        }
        return changed;
    }

    /** What no zip library writes: another name, of the same length, everywhere in the archive. */
    private static byte[] renamed(MadePackage made, String from, String to) {
        return new String(made.zip(), StandardCharsets.ISO_8859_1)
                .replace(from, to)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void add(List<Planted> all, String what, Reason reason, String words, byte[] zip) {
        add(all, what, reason, words, zip, NOTHING_INSTALLED);
    }

    private static void add(List<Planted> all, String what, Reason reason, String words, byte[] zip, Rules rules) {
        all.add(new Planted(what, reason, words, zip, rules));
    }
}
