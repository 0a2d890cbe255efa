package io.openteller.bench.customers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canary;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** What a bank's own website says about who is signed in there. Customers have their bank's word for their last name. */
public final class Vouching {

    private Vouching() {}

    public static String token(SandboxBank bank, SandboxBank.Customer customer) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(customer.ref())
                .claim("name", customer.name() + " " + Canary.of(bank.slug()))
                .audience(bank.siteKey())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(bank.siteKeys().getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(bank.siteKeys()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }
}
