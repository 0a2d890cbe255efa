package io.openteller.platform.channel.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.openteller.platform.channel.CustomerSession;
import io.openteller.platform.channel.CustomerSessions;
import io.openteller.platform.channel.Site;
import io.openteller.platform.channel.Visitor;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keys and tokens carry the bank's slug, so that looking them up already happens inside that bank's row security. */
@Singleton
class WidgetSessions implements CustomerSessions {

    private static final Pattern SITE_KEY = Pattern.compile("wk_([a-z][a-z0-9-]{2,39})_[A-Za-z0-9-]{8,64}");
    private static final Pattern BEARER = Pattern.compile("Bearer (ws_([a-z][a-z0-9-]{2,39})_[A-Za-z0-9_-]{43})");
    private static final Duration HOLDS = Duration.ofHours(12);

    /** How much longer than it holds a session may be taken for one that holds: it is looked up anew after that. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(30);

    private final Tenants tenants;
    private final SiteSql sites;
    private final SessionSql sessions;
    private final IdentityTokens tokens;
    private final TokenUseSql uses;
    private final TenantDatabase database;
    private final SecureRandom random = new SecureRandom();
    private final Cache<Presented, CustomerSession> known =
            Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).maximumSize(50_000).build();

    WidgetSessions(
            Tenants tenants,
            SiteSql sites,
            SessionSql sessions,
            IdentityTokens tokens,
            TokenUseSql uses,
            TenantDatabase database) {
        this.tenants = tenants;
        this.sites = sites;
        this.sessions = sessions;
        this.tokens = tokens;
        this.uses = uses;
        this.database = database;
    }

    @Override
    public Visitor admit(String siteKey, @Nullable String origin, @Nullable String identityToken) {
        Tenant bank = bank(SITE_KEY.matcher(siteKey), 1)
                .orElseThrow(() -> new ProblemException(ErrorCode.UNKNOWN_SITE_KEY));
        return CurrentTenant.call(bank, () -> {
            Site site =
                    sites.find(siteKey).orElseThrow(() -> new ProblemException(ErrorCode.UNKNOWN_SITE_KEY));
            if (origin == null || !site.allowedOrigins().contains(origin)) {
                throw new ProblemException(ErrorCode.ORIGIN_NOT_ALLOWED);
            }
            if (identityToken == null) {
                return new Visitor(bank, site, origin, null, null, null);
            }
            return tokens.visitor(bank, site, origin, identityToken);
        });
    }

    @Override
    public String start(Visitor visitor, UUID conversation) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = "ws_" + visitor.bank().slug().value() + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        byte[] hash = hash(token);
        Visitor.Voucher voucher = visitor.voucher();
        if (voucher != null && !uses.first(voucher)) {
            throw new ProblemException(ErrorCode.IDENTITY_TOKEN_REPLAYED);
        }
        sessions.insert(hash, conversation, visitor.origin(), HOLDS);
        // Its first request comes right after.
        CustomerSession begun = new CustomerSession(visitor.bank(), conversation);
        database.afterCommit(() -> known.put(presented(hash, visitor.origin()), begun));
        return token;
    }

    @Override
    public CustomerSession require(@Nullable String authorization, @Nullable String origin) {
        Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
        Tenant bank = bank(bearer, 2).orElseThrow(WidgetSessions::none);
        if (origin == null) {
            throw none();
        }
        byte[] hash = hash(bearer.group(1));
        return known.get(
                presented(hash, origin),
                presented -> CurrentTenant.call(bank, () -> sessions.conversation(hash, origin)
                        .map(conversation -> new CustomerSession(bank, conversation))
                        .orElseThrow(WidgetSessions::none)));
    }

    /** @param hash of the token, hexadecimal: the token itself is kept nowhere */
    private record Presented(String hash, String origin) {}

    private static Presented presented(byte[] hash, String origin) {
        return new Presented(HexFormat.of().formatHex(hash), origin);
    }

    private Optional<Tenant> bank(Matcher matcher, int group) {
        return matcher.matches() ? tenants.find(new TenantSlug(matcher.group(group))) : Optional.empty();
    }

    private static ProblemException none() {
        return new ProblemException(ErrorCode.NO_SESSION);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
