package io.openteller.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The public half of a key as a file, in the form of the platform's trust folder. */
final class PublicKeyFile {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();

    private PublicKeyFile() {}

    static Path beside(Path privateKey) {
        return privateKey.resolveSibling(privateKey.getFileName() + ".public.json");
    }

    static void write(TrustedKey key, Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(JSON.createObjectNode()
                        .put("keyId", key.keyId())
                        .put("publisher", key.publisher())
                        .put("publicKey", key.publicKey())
                        .put("level", key.level().name()))
                + "\n");
    }

    static TrustedKey read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refused("cannot read " + file + "; 'openteller plugin key new' writes one");
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            return new TrustedKey(
                    json.path("keyId").asText(),
                    json.path("publisher").asText(),
                    json.path("publicKey").asText(),
                    Trust.valueOf(json.path("level").asText()),
                    null);
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw new Refused(file + " is no public key as 'openteller plugin key new' writes it: " + malformed.getMessage());
        }
    }
}
