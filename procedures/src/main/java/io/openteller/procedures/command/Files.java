package io.openteller.procedures.command;

import io.openteller.procedures.definition.BadDefinition;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Definitions in files. */
final class Files {

    private Files() {}

    static String text(Path file) throws IOException {
        if (java.nio.file.Files.isRegularFile(file) && java.nio.file.Files.size(file) > Definitions.MAX_BYTES) {
            throw new IOException(file + " is larger than 1 MB");
        }
        return java.nio.file.Files.readString(file);
    }

    static Definition definition(Path file) throws IOException, BadDefinition {
        return Definitions.read(text(file));
    }

    static String words(Exception failure) {
        return switch (failure) {
            case BadDefinition bad -> String.valueOf(bad.getMessage());
            case NoSuchFileException missing -> "there is no file " + missing.getMessage();
            case CharacterCodingException unreadable -> "the file is not text in UTF-8";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
