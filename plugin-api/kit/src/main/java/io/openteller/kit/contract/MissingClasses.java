package io.openteller.kit.contract;

import io.openteller.host.classes.PluginClasses;
import io.openteller.packages.VerifiedPackage;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Classes that its own classes name and that are not there where it runs: neither the JDK's, nor the interface's, nor its own. */
final class MissingClasses {

    private static final String SENTENCE = "it needs nothing but the JDK, the plugin interface and its own libraries";
    private static final String MEND = "a library that it needs must not have scope 'provided' or 'test' in its pom.xml; a way out"
            + " that is closed is replaced by context.http()";

    private MissingClasses() {}

    static Finding in(VerifiedPackage verified) throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> all = Files.walk(verified.folder().resolve("classes"))) {
            for (Path file : all.filter(one -> one.toString().endsWith(".class")).toList()) {
                named.addAll(named(file));
            }
        }
        List<String> faults = new ArrayList<>();
        try (PluginClasses classes = PluginClasses.of("looked-at", verified.folder())) {
            for (String name : named) {
                try {
                    Class.forName(name, false, classes);
                } catch (ClassNotFoundException missing) {
                    faults.add("it needs " + name + ", which is not there where it runs");
                } catch (LinkageError closed) {
                    faults.add("it needs " + name + ": " + closed.getMessage());
                }
            }
        }
        return new Finding(SENTENCE, faults, MEND, named.size());
    }

    private static Set<String> named(Path file) throws IOException {
        Set<String> names = new TreeSet<>();
        for (PoolEntry constant : ClassFile.of().parse(file).constantPool()) {
            if (constant instanceof ClassEntry named && !named.asInternalName().startsWith("[")) {
                names.add(named.asInternalName().replace('/', '.'));
            }
        }
        return names;
    }
}
