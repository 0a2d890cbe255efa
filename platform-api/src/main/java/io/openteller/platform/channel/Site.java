package io.openteller.platform.channel;

import java.util.List;

/**
 * A place where a bank embeds the widget.
 *
 * @param key public; names bank and site in the script tag: {@code wk_<bank>_<characters>}
 * @param allowedOrigins origins of the pages, for example {@code https://www.bank.example}
 * @param customerKeysJson public keys (JSON Web Key set) that sign identity tokens
 * @param accentColor {@code #rrggbb}
 * @param suggestions questions offered before the first message
 */
public record Site(
        String key,
        List<String> allowedOrigins,
        String customerKeysJson,
        String assistantName,
        String accentColor,
        List<String> suggestions) {}
