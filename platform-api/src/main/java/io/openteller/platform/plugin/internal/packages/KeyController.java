package io.openteller.platform.plugin.internal.packages;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.platform.identity.OperatorKey;
import io.openteller.platform.identity.Public;
import io.openteller.platform.plugin.internal.packages.PackageViews.Events;
import io.openteller.platform.plugin.internal.packages.PackageViews.GivenKey;
import io.openteller.platform.plugin.internal.packages.PackageViews.Happened;
import io.openteller.platform.plugin.internal.packages.PackageViews.Key;
import io.openteller.platform.plugin.internal.packages.PackageViews.Keys;
import io.openteller.platform.plugin.internal.packages.PluginEvents.By;
import io.openteller.platform.plugin.internal.packages.PluginEvents.Event;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Whom the platform trusts to bring plugins, and the record of what they brought. */
@Controller("/api/v1/plugins")
@ExecuteOn(TaskExecutors.BLOCKING)
class KeyController {

    private static final int MOST_EVENTS = 200;

    private final KeyRing keys;
    private final FolderPackages packages;
    private final PluginEvents events;
    private final OperatorKey operator;

    KeyController(KeyRing keys, FolderPackages packages, PluginEvents events, OperatorKey operator) {
        this.keys = keys;
        this.packages = packages;
        this.events = events;
        this.operator = operator;
    }

    @Get("/keys")
    @Public("the operator's key")
    Keys list(@Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization) {
        operator.check(authorization);
        return new Keys(keys.all().stream().map(Key::of).toList());
    }

    @Get("/keys/{keyId}")
    @Public("the operator's key")
    Key key(@Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization, String keyId) {
        operator.check(authorization);
        return Key.of(keys.find(keyId).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }

    /** Trusts a key, or trusts it otherwise: what it signed starts again then. */
    @Put("/keys/{keyId}")
    @Public("the operator's key")
    Key trust(
            @Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization, String keyId, @Body GivenKey given) {
        operator.check(authorization);
        TrustedKey key = read(keyId, given);
        keys.trust(key);
        events.recordOnce(Event.key(By.OPERATOR, key));
        packages.keysChanged(By.OPERATOR);
        return Key.of(key);
    }

    /** Revokes it, for good: what it signed is out of service when this comes back. */
    @Delete("/keys/{keyId}")
    @Public("the operator's key")
    Key revoke(@Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization, String keyId) {
        operator.check(authorization);
        TrustedKey revoked = keys.revoke(keyId);
        events.recordOnce(Event.key(By.OPERATOR, revoked));
        packages.keysChanged(By.OPERATOR);
        return Key.of(revoked);
    }

    /** Newest first. @param before only events with a smaller number */
    @Get("/events")
    @Public("the operator's key")
    Events events(
            @Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization,
            @QueryValue(defaultValue = "9223372036854775807") long before) {
        operator.check(authorization);
        return new Events(events.page(before, MOST_EVENTS).stream().map(Happened::of).toList());
    }

    private static TrustedKey read(String keyId, GivenKey given) {
        try {
            return new TrustedKey(
                    keyId,
                    String.valueOf(given.publisher() == null ? "" : given.publisher()).strip(),
                    given.publicKey() == null ? "" : given.publicKey(),
                    Trust.valueOf(given.level() == null ? Trust.PARTNER.name() : given.level()),
                    null);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(ErrorCode.PLUGIN_KEY_INVALID, malformed.getMessage());
        }
    }
}
