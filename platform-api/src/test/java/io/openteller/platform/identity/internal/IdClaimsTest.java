package io.openteller.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdClaimsTest {

    @Test
    void organizations_come_as_a_list_or_with_details() {
        assertThat(IdClaims.organizations(List.of("meridian"))).containsExactly("meridian");
        assertThat(IdClaims.organizations(Map.of("meridian", Map.of("id", "1")))).containsExactly("meridian");
        assertThat(IdClaims.organizations("meridian")).containsExactly("meridian");
    }

    @Test
    void anything_else_names_no_organization() {
        assertThat(IdClaims.organizations(null)).isEmpty();
        assertThat(IdClaims.organizations(7)).isEmpty();
    }
}
