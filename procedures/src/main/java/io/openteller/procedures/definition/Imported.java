package io.openteller.procedures.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definition made of another tool's, and what a person must look at in it. */
public record Imported(Definition definition, List<Note> notes) {

    public Imported {
        notes = List.copyOf(notes);
    }

    /**
     * @param node null for what concerns the procedure as a whole
     * @param message a sentence: what was guessed, or what has no counterpart here
     */
    public record Note(@Nullable String node, String message) {}
}
