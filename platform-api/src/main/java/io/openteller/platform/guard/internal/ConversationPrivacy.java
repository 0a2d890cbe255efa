package io.openteller.platform.guard.internal;

import io.openteller.platform.guard.PersonalData;
import io.openteller.platform.guard.Privacy;
import io.openteller.platform.guard.Tokens;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps no state: what a conversation's tokens stand for is found again in the conversation itself. */
@Singleton
class ConversationPrivacy implements Privacy {

    private final PersonalData data;
    private final Secrets secrets = new Secrets();

    ConversationPrivacy(PersonalData data) {
        this.data = data;
    }

    @Override
    public String fitToKeep(String said) {
        return secrets.hidden(said);
    }

    @Override
    public Tokens tokens(List<String> said) {
        ConversationTokens tokens = new ConversationTokens(data);
        said.forEach(tokens::hide);
        return tokens;
    }
}
