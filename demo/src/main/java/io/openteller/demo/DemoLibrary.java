package io.openteller.demo;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.identity.StaffMember;
import io.openteller.platform.knowledge.Adoption;
import io.openteller.platform.knowledge.Approvals;
import io.openteller.platform.knowledge.Drafting;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.knowledge.Particulars;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills the current demo bank's library as if it had been used for a while: some documents had another version before, one
 * waits for approval, one is approved for later. A document that is there stays as it is, whatever became of it since.
 */
@Singleton
class DemoLibrary {

    private static final int EARLIER_DAYS = 400;
    private static final int PRESENT_DAYS = 60;
    private static final int SCHEDULED_DAYS = 30;

    private final DemoBanks banks;
    private final Knowledge knowledge;
    private final Drafting drafting;
    private final Approvals approvals;
    private final Staff staff;
    private final TenantDatabase database;
    private final Clock clock;

    DemoLibrary(
            DemoBanks banks,
            Knowledge knowledge,
            Drafting drafting,
            Approvals approvals,
            Staff staff,
            TenantDatabase database,
            Clock clock) {
        this.banks = banks;
        this.knowledge = knowledge;
        this.drafting = drafting;
        this.approvals = approvals;
        this.staff = staff;
        this.database = database;
        this.clock = clock;
    }

    /** @param today its first moment */
    private record Desk(Actor author, String approver, Instant today) {

        Adoption since(int days) {
            return new Adoption(author.name(), approver, today.minus(days, ChronoUnit.DAYS), null);
        }

        Adoption in(int days) {
            return new Adoption(author.name(), approver, today.plus(days, ChronoUnit.DAYS), null);
        }
    }

    void fill(DemoBank bank) {
        StaffMember author = with(Role.KNOWLEDGE_EDITOR);
        Desk desk = new Desk(
                new Actor(Actor.Kind.STAFF, author.id(), author.name()),
                with(Role.SUPERVISOR).name(),
                clock.instant().truncatedTo(ChronoUnit.DAYS));
        Map<String, byte[]> earlier = banks.documents(bank, "other-versions/earlier");
        Map<String, byte[]> inReview = banks.documents(bank, "other-versions/in-review");
        Map<String, byte[]> scheduled = banks.documents(bank, "other-versions/scheduled");
        int[] count = {0};
        banks.documents(bank, "documents").forEach((file, content) -> {
            int number = count[0]++;
            if (knowledge.find(slug(file)).isPresent()) {
                return;
            }
            // Whole or not at all: a start that was broken off goes on with the next document.
            database.inTransaction(sql -> {
                adopt(file, earlier.get(file), desk.since(EARLIER_DAYS));
                adopt(file, content, desk.since(PRESENT_DAYS));
                adopt(file, scheduled.get(file), desk.in(SCHEDULED_DAYS));
                hand(file, inReview.get(file), desk.author());
                drafting.describe(slug(file), particulars(desk, number), desk.author());
                return file;
            });
        });
    }

    private void adopt(String file, byte @Nullable [] content, Adoption adoption) {
        if (content != null) {
            approvals.adopt(new NewDocument(slug(file), HandedFile.plain(file, content)), adoption);
        }
    }

    private void hand(String file, byte @Nullable [] content, Actor author) {
        if (content != null) {
            int version = drafting.draft(new NewDocument(slug(file), HandedFile.plain(file, content)), author)
                    .version();
            drafting.submit(slug(file), version, "Prices for the coming year", author);
        }
    }

    /** Every tenth document is due for review, the others within a year. */
    private static Particulars particulars(Desk desk, int number) {
        LocalDate today = LocalDate.ofInstant(desk.today(), ZoneOffset.UTC);
        LocalDate due = number % 10 == 3 ? today.minusDays(number) : today.plusDays(20 + number * 7L);
        String owner = number % 3 == 0 ? desk.approver() : desk.author().name();
        return new Particulars(null, null, null, null, owner, due, null);
    }

    private StaffMember with(Role role) {
        return staff.all().stream()
                .filter(member -> member.roles().contains(role))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the demo bank has nobody who is " + role));
    }

    private static String slug(String file) {
        return file.replaceFirst("\\.[^.]*$", "");
    }
}
