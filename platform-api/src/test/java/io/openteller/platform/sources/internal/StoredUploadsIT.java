package io.openteller.platform.sources.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openteller.platform.Gate;
import io.openteller.platform.coordination.Leases;
import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.internal.Documents;
import io.openteller.platform.reading.internal.MadeFiles;
import io.openteller.platform.reading.internal.Readers;
import io.openteller.platform.sources.FailureCode;
import io.openteller.platform.sources.UploadView;
import io.openteller.platform.sources.UploadView.Item;
import io.openteller.platform.sources.UploadView.ItemState;
import io.openteller.platform.sources.UploadView.State;
import io.openteller.platform.sources.Uploads;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StoredUploadsIT {

    private final Tenant bank = Tenancies.register("u" + UUID.randomUUID().toString().substring(0, 8));
    private final Uploads uploads = Sourcing.uploads(Sourcing.limits());

    @Test
    void every_file_has_its_own_result_and_no_bad_one_stops_the_others() throws Exception {
        byte[] pdf = MadeFiles.pdf("A locker costs 75 pounds a year.");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("empty.md", new byte[0]);
        files.put("half.pdf", Arrays.copyOf(pdf, 120));
        files.put("locked.pdf", MadeFiles.lockedPdf());
        files.put("locked.docx", MadeFiles.lockedDocx());
        files.put("scan.pdf", MadeFiles.scannedPdf());
        files.put("program.exe", new byte[] {'M', 'Z', 0, 0, 1});
        files.put("huge.txt", new byte[(1 << 20) + 1]);
        files.put("../../etc/tariff.pdf", pdf);
        files.put("fees.docx", MadeFiles.docx("Fees", "A card costs 10 pounds.", List.of()));
        files.put("faq.xlsx", MadeFiles.xlsx("A", List.of(List.of("Q", "A"), List.of("Is it free?", "Yes."))));
        files.put("hours.md", bytes("# Opening hours\nBranches open from nine to five on every working day.\n"));
        UploadView done = inBank(() -> read(Sourcing.handIn(uploads, files)));
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done).returns(11, UploadView::files).returns(11, UploadView::done).returns(7, UploadView::failed);
        assertThat(done.items())
                .extracting(Item::name, Item::state, Item::code)
                .containsExactly(
                        tuple("empty.md", ItemState.FAILED, FailureCode.FILE_EMPTY),
                        tuple("half.pdf", ItemState.FAILED, FailureCode.FILE_BROKEN),
                        tuple("locked.pdf", ItemState.FAILED, FailureCode.FILE_ENCRYPTED),
                        tuple("locked.docx", ItemState.FAILED, FailureCode.FILE_ENCRYPTED),
                        tuple("scan.pdf", ItemState.FAILED, FailureCode.FILE_SCANNED_ONLY),
                        tuple("program.exe", ItemState.FAILED, FailureCode.FILE_TYPE_UNKNOWN),
                        tuple("huge.txt", ItemState.FAILED, FailureCode.FILE_TOO_LARGE),
                        tuple("etc/tariff.pdf", ItemState.STORED, null),
                        tuple("fees.docx", ItemState.STORED, null),
                        tuple("faq.xlsx", ItemState.STORED, null),
                        tuple("hours.md", ItemState.STORED, null));
        assertThat(done.items()).filteredOn(item -> item.state() == ItemState.FAILED).allSatisfy(item ->
                assertThat(item.detail()).isNotBlank().doesNotContain("Exception"));
        assertThat(kept()).isEqualTo("0 parts");
    }

    @Test
    void the_same_bytes_again_are_unchanged_and_others_are_the_next_version() throws Exception {
        inBank(() -> read(Sourcing.handIn(uploads, Map.of("a.md", bytes("# A\nOne pound."), "b.md", bytes("# B\nTwo.")))));
        UploadView again = inBank(() ->
                read(Sourcing.handIn(uploads, Map.of("a.md", bytes("# A\nOne pound."), "b.md", bytes("# B\nThree.")))));
        assertThat(Sourcing.item(again, "a.md")).returns(ItemState.UNCHANGED, Item::state).returns(1, Item::version);
        assertThat(Sourcing.item(again, "b.md")).returns(ItemState.STORED, Item::state).returns(2, Item::version);
    }

    @Test
    void an_archive_becomes_its_files_with_names_that_lead_nowhere() throws Exception {
        byte[] inner = MadeFiles.zip(Map.of("deep/rates.md", bytes("# Rates\nThree percent.")));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("../../../root/evil.md", bytes("# Evil\nNot at all."));
        entries.put("C:\\windows\\fees.md", bytes("# Fees\nTen pounds."));
        entries.put("retail/fees.pdf", MadeFiles.pdf("Retail fees are 12 pounds."));
        entries.put("__MACOSX/._fees.pdf", bytes("litter"));
        entries.put(".DS_Store", bytes("litter"));
        entries.put("more.zip", inner);
        UploadView done = inBank(() -> read(Sourcing.handIn(uploads, Map.of("all.zip", MadeFiles.zip(entries)))));
        assertThat(done.items())
                .extracting(Item::name, Item::state)
                .containsExactlyInAnyOrder(
                        tuple("all.zip", ItemState.UNPACKED),
                        tuple("root/evil.md", ItemState.STORED),
                        tuple("windows/fees.md", ItemState.STORED),
                        tuple("retail/fees.pdf", ItemState.STORED),
                        tuple("more.zip", ItemState.UNPACKED),
                        tuple("deep/rates.md", ItemState.STORED));
        assertThat(done.files()).isEqualTo(4);
    }

    @Test
    void archives_that_are_made_to_do_harm_are_refused_whole() throws Exception {
        byte[] bomb = MadeFiles.zip(Map.of("zeros.txt", new byte[3 << 20], "fine.md", bytes("# A\nB.")));
        Map<String, byte[]> crowd = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            crowd.put(i + ".md", bytes("# A\nB."));
        }
        byte[] deep = MadeFiles.zip(Map.of("2.zip", MadeFiles.zip(Map.of("3.zip", MadeFiles.zip(Map.of("a.md", bytes("# A\nB.")))))));
        byte[] half = Arrays.copyOf(MadeFiles.zip(Map.of("a.md", bytes("# A\nB."))), 60);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("bomb.zip", bomb);
        files.put("deep.zip", deep);
        files.put("half.zip", half);
        files.put("after.md", bytes("# After\nThis one is fine."));
        UploadView done = inBank(() -> read(Sourcing.handIn(uploads, files)));
        assertThat(Sourcing.item(done, "bomb.zip").code()).isEqualTo(FailureCode.ARCHIVE_TOO_LARGE);
        assertThat(done.items()).extracting(Item::name).doesNotContain("zeros.txt", "fine.md");
        assertThat(Sourcing.item(done, "3.zip").code()).isEqualTo(FailureCode.ARCHIVE_TOO_DEEP);
        assertThat(Sourcing.item(done, "half.zip").code()).isEqualTo(FailureCode.FILE_BROKEN);
        assertThat(Sourcing.item(done, "after.md").state()).isEqualTo(ItemState.STORED);
        UploadView crowded = inBank(() -> read(Sourcing.handIn(uploads, Map.of("crowd.zip", MadeFiles.zip(crowd)))));
        assertThat(Sourcing.item(crowded, "crowd.zip").code()).isEqualTo(FailureCode.ARCHIVE_TOO_LARGE);
    }

    @Test
    void what_a_process_that_died_was_reading_is_read_by_another_and_stored_once() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        var brief = new SourceLimits(2, 1 << 20, 4 << 20, 8 << 20, 50, 2, 100, Duration.ofMinutes(5), Duration.ofMillis(50));
        // Reads for ever, and renews nothing for the four seconds between two beats: as good as dead.
        StoredUploads dying = Sourcing.uploads(brief, file -> {
            reading.countDown();
            try {
                never.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return Readers.all().open(file);
        });
        UUID upload = inBank(() -> Sourcing.handIn(uploads, Map.of("a.md", bytes("# A\nOne pound."))));
        Thread stuck = Thread.ofVirtual().start(() -> CurrentTenant.run(bank, dying::readNext));
        reading.await();
        UploadView done = inBank(() -> {
            UploadView now = uploads.find(upload).orElseThrow();
            while (now.state() == State.RUNNING) {
                uploads.readNext();
                now = uploads.find(upload).orElseThrow();
            }
            return now;
        });
        assertThat(done.items()).extracting(Item::state, Item::version).containsExactly(tuple(ItemState.STORED, 1));
        never.countDown();
        stuck.join();
        assertThat(inBank(() -> uploads.find(upload).orElseThrow())).isEqualTo(done);
        assertThat(inBank(() -> Documents.stored().list())).extracting(one -> one.latest().version()).containsExactly(1);
    }

    /** Four times, which is more often than a file may be begun that ends its process each time. */
    @Test
    void what_a_process_that_has_to_go_was_reading_is_read_by_another_at_once_and_stored_once() throws Exception {
        UUID upload = inBank(() -> Sourcing.handIn(uploads, Map.of("a.md", bytes("# A\nOne pound."))));
        List<Gate> gates = new ArrayList<>();
        List<Thread> stuck = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Gate gate = new Gate();
            Leases leases = new Leases();
            StoredUploads leaving = Sourcing.uploads(
                    Sourcing.limits(),
                    file -> {
                        gate.run();
                        return Readers.all().open(file);
                    },
                    leases);
            stuck.add(Thread.ofVirtual().start(() -> CurrentTenant.run(bank, leaving::readNext)));
            gate.reached();
            gates.add(gate);
            assertThat(inBank(uploads::readNext)).as("somebody reads it").isFalse();
            leases.giveBack();
        }
        assertThat(inBank(uploads::readNext)).isTrue();
        UploadView done = inBank(() -> uploads.find(upload).orElseThrow());
        assertThat(done.items()).extracting(Item::state, Item::version).containsExactly(tuple(ItemState.STORED, 1));
        gates.forEach(Gate::open);
        for (Thread one : stuck) {
            one.join();
        }
        assertThat(inBank(() -> uploads.find(upload).orElseThrow())).isEqualTo(done);
        assertThat(inBank(() -> Documents.stored().list())).extracting(one -> one.latest().version()).containsExactly(1);
    }

    @Test
    void what_is_cancelled_is_not_read() throws Exception {
        UploadView cancelled = inBank(() -> {
            UUID upload = Sourcing.handIn(uploads, Map.of("a.md", bytes("# A\nOne."), "b.md", bytes("# B\nTwo.")));
            uploads.readNext();
            assertThat(uploads.cancel(upload)).isTrue();
            assertThat(uploads.readNext()).isFalse();
            assertThat(uploads.cancel(UUID.randomUUID())).isFalse();
            return uploads.find(upload).orElseThrow();
        });
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(cancelled.items())
                .extracting(Item::state)
                .containsExactlyInAnyOrder(ItemState.STORED, ItemState.CANCELLED);
        assertThat(kept()).isEqualTo("0 parts");
    }

    @Test
    void several_readers_end_an_upload_together() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 24; i++) {
            files.put("n" + i + ".md", bytes("# Number " + i + "\nIt costs " + i + " pounds."));
        }
        UUID upload = inBank(() -> Sourcing.handIn(uploads, files));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofVirtual().start(() -> CurrentTenant.run(bank, () -> {
                while (uploads.readNext()) {
                    // goes on while there is one
                }
            })));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        UploadView done = inBank(() -> uploads.find(upload).orElseThrow());
        assertThat(done).returns(State.DONE, UploadView::state).returns(24, UploadView::done).returns(0, UploadView::failed);
        assertThat(done.items()).extracting(Item::version).containsOnly(1);
    }

    @Test
    void the_language_is_told_where_nothing_states_it() throws Exception {
        inBank(() -> read(Sourcing.handIn(uploads, Map.of(
                "schliessfach.txt", bytes("Ein kleines Schließfach kostet im Jahr fünfundsiebzig Euro. Der Schlüssel bleibt beim Kunden.")))));
        assertThat(inBank(() -> Documents.stored().list())).extracting(DocumentInfo::language).containsExactly("de");
    }

    @Test
    void another_bank_sees_nothing_of_it() throws Exception {
        UUID upload = inBank(() -> Sourcing.handIn(uploads, Map.of("a.md", bytes("# A\nOne."))));
        Tenant other = Tenancies.register("u" + UUID.randomUUID().toString().substring(0, 8));
        assertThat(CurrentTenant.call(other, () -> uploads.find(upload))).isEmpty();
        assertThat(CurrentTenant.call(other, uploads::readNext)).isFalse();
        assertThat(CurrentTenant.call(other, () -> uploads.cancel(upload))).isFalse();
    }

    private UploadView read(UUID upload) {
        while (uploads.readNext()) {
            // goes on while there is one
        }
        return uploads.find(upload).orElseThrow();
    }

    private String kept() throws Exception {
        return inBank(() -> Tenancies.database().inTransaction(
                sql -> sql.createQuery("SELECT count(*) || ' parts' FROM upload_part").mapTo(String.class).one()));
    }

    private <T> T inBank(Callable<T> work) throws Exception {
        return CurrentTenant.<T, Exception>call(bank, work::call);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
