package io.openteller.kit;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a plugin's own classes use that is closed to them, seen without loading any of them. */
final class ClassFaults {

    private static final String WAY_OUT = "context.http() is the only way out";
    private static final Map<String, String> CLOSED = Map.of(
            "java/net/http/HttpClient", WAY_OUT,
            "java/net/Socket", WAY_OUT,
            "java/net/ServerSocket", WAY_OUT,
            "java/net/DatagramSocket", WAY_OUT,
            "java/net/HttpURLConnection", WAY_OUT,
            "java/nio/channels/SocketChannel", WAY_OUT,
            "java/lang/ProcessBuilder", "a plugin starts no programs",
            "java/lang/Runtime", "a plugin starts no programs and does not end the process",
            "java/util/Timer", "a plugin leaves no thread behind; the platform calls it when there is work");

    private ClassFaults() {}

    static List<String> of(ZipFile zip) throws IOException {
        List<String> faults = new ArrayList<>();
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            if (name.startsWith("classes/") && name.endsWith(".class") && !name.endsWith("module-info.class")) {
                try (InputStream in = zip.getInputStream(entry)) {
                    look(name.substring("classes/".length()), in.readAllBytes(), faults);
                }
            }
        }
        return faults;
    }

    private static void look(String name, byte[] bytes, List<String> faults) {
        for (PoolEntry constant : ClassFile.of().parse(bytes).constantPool()) {
            if (constant instanceof ClassEntry used && CLOSED.containsKey(used.asInternalName())) {
                String other = used.asInternalName();
                faults.add(name.replace(".class", "").replace('/', '.') + " uses " + other.replace('/', '.') + ", which is closed: "
                        + CLOSED.get(other));
            }
        }
    }
}
