package io.openteller.platform.guard.internal;

import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.guard.Verdict;
import jakarta.inject.Singleton;
import java.util.List;

/** Lets a reply pass when each of its claims stands, with the same unit, in some piece of the evidence. */
@Singleton
public final class EvidenceGuard implements Guard {

    private final ClaimReader reader = new ClaimReader();

    @Override
    public Verdict inspectReply(String reply, List<String> evidence) {
        List<Claim> known =
                evidence.stream().flatMap(text -> reader.read(text).stream()).toList();
        List<Claim> claims = reader.read(reply);
        List<Claim> unsupported = claims.stream()
                .filter(claim -> known.stream().noneMatch(claim::saysTheSameAs))
                .toList();
        return unsupported.isEmpty() ? new Verdict.Pass(claims) : new Verdict.Downgrade(unsupported);
    }

    @Override
    public List<Claim> claims(String text) {
        return reader.read(text);
    }
}
