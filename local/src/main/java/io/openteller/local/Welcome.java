package io.openteller.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one block that a start ends with. */
final class Welcome {

    private Welcome() {}

    static String block(DataFolder data, String url, boolean detached) {
        StringBuilder text = new StringBuilder("\nOpenteller is up.\n\n");
        text.append("  Meridian Bank   ").append(url).append("/demo/meridian\n");
        text.append("  Harbour Bank    ").append(url).append("/demo/harbour\n");
        text.append("  Agent center    ").append(url).append("/agent/\n");
        text.append("  Admin console   ").append(url).append("/admin/\n\n");
        signIns(text, data.root().resolve("demo-sign-ins.json"));
        text.append("  Ask from here   ./openteller ask --bank meridian \"How do I block my card?\"\n");
        text.append("  Logs            ").append(data.logs()).append('\n');
        text.append("  Stop            ").append(detached ? "" : "Ctrl-C here, or ").append("./openteller down");
        if (!data.root().equals(Home.folder().resolve("data"))) {
            text.append(" --data ").append(data.root());
        }
        return text.append('\n').toString();
    }

    private static void signIns(StringBuilder text, Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            text.append("  Staff sign-ins (of this machine's demo alone)\n");
            for (JsonNode one : new ObjectMapper().readTree(Files.readString(file))) {
                text.append("    %-9s %-18s %-36s %-17s %s%n"
                        .formatted(
                                one.path("bank").asText(),
                                one.path("name").asText(),
                                one.path("email").asText(),
                                one.path("role").asText(),
                                one.path("password").asText()));
            }
            text.append('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
