package io.openteller.platform.banking.internal;

/**
 * One of the bank's own ids together with the plugin that gave it, as the typed interfaces' results leave this room.
 *
 * @param issuer empty for an id that nobody here gave
 */
record Issued(String issuer, String ref) {

    static Issued of(String text) {
        int end = text.indexOf(':');
        return new Issued(text.substring(0, Math.max(end, 0)), text.substring(end + 1));
    }

    /** Ids of plugins have no colon. */
    @Override
    public String toString() {
        return issuer + ":" + ref;
    }
}
