package io.openteller.platform.sources.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void a_path_never_leads_out_of_its_folder() {
        assertThat(Names.path("../../etc/passwd")).isEqualTo("etc/passwd");
        assertThat(Names.path("C:\\bank\\..\\fees.md")).isEqualTo("bank/fees.md");
        assertThat(Names.path("/a/./b//c\u0000.md")).isEqualTo("a/b/c.md");
        assertThat(Names.path("..")).isEqualTo("file");
    }

    @Test
    void files_of_one_upload_share_no_slug() {
        assertThat(Names.slug("Fees 2026.md", slug -> false)).isEqualTo("fees-2026");
        assertThat(Names.slug("Fees 2026.pdf", Set.of("fees-2026")::contains)).isEqualTo("fees-2026-pdf");
        assertThat(Names.slug("fees_2026.pdf", Set.of("fees-2026", "fees-2026-pdf")::contains)).isEqualTo("fees-2026-2");
        assertThat(Names.slug("Gebühren.md", slug -> false)).isEqualTo("gebuhren");
    }

    @Test
    void one_page_has_one_address_however_it_is_linked() {
        URI base = URI.create("https://www.bank.example/help/cards");
        assertThat(Addresses.normal(base, "../fees?b=2&utm_source=x&a=1#top")).hasValue(URI.create("https://www.bank.example/fees?a=1&b=2"));
        assertThat(Addresses.normal(base, "HTTPS://WWW.Bank.example:443")).hasValue(URI.create("https://www.bank.example/"));
        assertThat(Addresses.normal(base, "two words")).hasValue(URI.create("https://www.bank.example/help/two%20words"));
        assertThat(Addresses.normal(base, "mailto:a@bank.example")).isEmpty();
        assertThat(Addresses.normal(base, "javascript:void(0)")).isEmpty();
        assertThat(Addresses.normal(base, "https://user@www.bank.example/")).isEmpty();
    }
}
