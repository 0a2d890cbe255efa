package io.openteller.platform.guard;

import java.util.List;

/** Keeps what is personal or secret from where it is not needed. */
public interface Privacy {

    /**
     * What may be stored of something that a customer typed: passwords, one-time codes, PINs and security codes are gone,
     * of a card number the last four digits are left. Everything else is as it was.
     */
    String fitToKeep(String said);

    /**
     * The tokens of one conversation. They are made anew from what was said, in its order, so that the same value has the
     * same token in every turn and on every replica, and nothing more than the conversation itself is stored.
     *
     * @param said the messages of the conversation up to now, oldest first
     */
    Tokens tokens(List<String> said);
}
