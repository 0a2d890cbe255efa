package io.openteller.platform.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The platform as an OpenID Connect client of Keycloak. Every call has a deadline; no token outlives the method that got it. */
@Singleton
class OidcProvider {

    private static final Logger log = LoggerFactory.getLogger(OidcProvider.class);

    private final KeycloakSettings settings;
    private final PublicAddress address;
    private volatile @Nullable Known known;

    OidcProvider(KeycloakSettings settings, PublicAddress address) {
        this.settings = settings;
        this.address = address;
    }

    /** The validator keeps the provider's keys, and asks again when a token names one that it does not have. */
    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

    /** @return where to send the browser; empty if the provider does not answer */
    Optional<URI> signInPage(Attempt attempt) {
        try {
            return Optional.of(new AuthenticationRequest.Builder(
                            ResponseType.CODE,
                            new Scope("openid", "profile", "email", "organization"),
                            new ClientID(settings.clientId()),
                            address.callback())
                    .endpointURI(known().metadata().getAuthorizationEndpointURI())
                    .state(new State(attempt.state()))
                    .nonce(new Nonce(attempt.nonce()))
                    .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                    .build()
                    .toURI());
        } catch (IOException | GeneralException unreachable) {
            log.warn("sign-in: the provider does not answer: {}", unreachable.toString());
            return Optional.empty();
        }
    }

    /** Redeems the code, and ends the session at the provider: ours begins, and signing out of it must be enough. */
    ProviderAnswer redeem(String code, Attempt attempt) {
        try {
            Known provider = known();
            TokenResponse response = OIDCTokenResponseParser.parse(ProviderSession.limited(new TokenRequest.Builder(
                                    provider.metadata().getTokenEndpointURI(),
                                    credentials(),
                                    new AuthorizationCodeGrant(
                                            new AuthorizationCode(code),
                                            address.callback(),
                                            new CodeVerifier(attempt.verifier())))
                            .build()
                            .toHTTPRequest())
                    .send());
            if (!response.indicatesSuccess()) {
                return new ProviderAnswer.Declined(
                        String.valueOf(response.toErrorResponse().getErrorObject()));
            }
            OIDCTokens tokens = ((OIDCTokenResponse) response.toSuccessResponse())
                    .getOIDCTokens();
            var claims = provider.validator().validate(tokens.getIDToken(), new Nonce(attempt.nonce()));
            ProviderSession.end(settings.logout(), credentials(), tokens.getRefreshToken());
            return IdClaims.person(claims);
        } catch (BadJOSEException | ParseException untrusted) {
            return new ProviderAnswer.Declined(untrusted.toString());
        } catch (IOException | GeneralException | JOSEException unreachable) {
            return new ProviderAnswer.Unreachable(unreachable.toString());
        }
    }

    private Known known() throws IOException, GeneralException {
        Known now = known;
        if (now == null) {
            Issuer issuer = new Issuer(settings.issuer());
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, ProviderSession.CONNECT_MILLIS, ProviderSession.READ_MILLIS);
            now = new Known(metadata, validator(issuer, metadata));
            known = now;
        }
        return now;
    }

    private IDTokenValidator validator(Issuer issuer, OIDCProviderMetadata metadata) throws MalformedURLException {
        return new IDTokenValidator(
                issuer,
                new ClientID(settings.clientId()),
                JWSAlgorithm.RS256,
                metadata.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(ProviderSession.CONNECT_MILLIS, ProviderSession.READ_MILLIS, 256 * 1024));
    }

    private ClientSecretBasic credentials() {
        return new ClientSecretBasic(
                new ClientID(settings.clientId()), new Secret(Objects.requireNonNull(settings.clientSecret())));
    }
}
