package io.openteller.connectors.importing;

/** It cannot be read. The message is a sentence for whoever brought it, and quotes nothing of it. */
public final class NotImported extends Exception {

    private static final long serialVersionUID = 1;

    NotImported(String sentence) {
        super(sentence);
    }
}
