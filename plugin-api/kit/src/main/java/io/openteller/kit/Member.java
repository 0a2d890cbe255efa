package io.openteller.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who acts for a bank: a program with a key, or a person who signs in. */
final class Member {

    @Mixin
    private Platform platform = new Platform();

    @Option(
            names = "--as",
            paramLabel = "EMAIL",
            description = "sign in as this member of the bank's staff; the password is asked for, or taken from"
                    + " OPENTELLER_PASSWORD, or from the demo's sign-ins. Without it the key in OPENTELLER_API_KEY is used")
    private @Nullable String email;

    Calls calls() throws IOException {
        if (email != null) {
            return StaffSignIn.at(platform.address(), email, password(email));
        }
        String key = System.getenv("OPENTELLER_API_KEY");
        if (key == null || key.isBlank()) {
            throw new Refused("who are you? Give --as EMAIL, or set OPENTELLER_API_KEY to a key of the bank;"
                    + " './openteller platform-operator api-key create' makes one");
        }
        return new Calls(platform.address(), "Bearer " + key.strip(), null);
    }

    private String password(String person) throws IOException {
        String given = System.getenv("OPENTELLER_PASSWORD");
        if (given != null && !given.isEmpty()) {
            return given;
        }
        Path demo = platform.data().resolve("demo-sign-ins.json");
        if (Files.isReadable(demo)) {
            for (JsonNode one : PublicKeyFile.JSON.readTree(Files.readAllBytes(demo))) {
                if (one.path("email").asText().equals(person)) {
                    return one.path("password").asText();
                }
            }
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of %s: ", person);
        if (typed == null) {
            throw new Refused("the password of " + person + " is missing; set OPENTELLER_PASSWORD");
        }
        return new String(typed);
    }
}
