package io.openteller.platform.knowledge.internal;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.knowledge.Particulars;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import java.util.List;
import java.util.Objects;

/** How strictly each category of documents is held to. */
@Controller("/api/v1/documents/categories")
@ExecuteOn(TaskExecutors.BLOCKING)
class CategoryController {

    private static final int LONGEST_REVIEW = 60;

    private final TenantDatabase database;
    private final CategorySql categories;
    private final Audit audit;

    CategoryController(TenantDatabase database, CategorySql categories, Audit audit) {
        this.database = database;
        this.categories = categories;
        this.audit = audit;
    }

    @Serdeable
    record Categories(List<Category> items) {}

    /**
     * @param approvals how many different people approve a version: 1 or 2
     * @param reviewMonths how long after an approval somebody is to look at it again
     */
    @Serdeable
    record Category(String name, int approvals, int reviewMonths) {}

    @Get
    @Allowed(Permission.KNOWLEDGE_READ)
    Categories list() {
        return new Categories(database.inTransaction(categories::all).stream()
                .map(one -> new Category(one.name(), one.approvals(), one.reviewMonths()))
                .toList());
    }

    /** Sets those that are named. It counts for what is handed to review from now on. */
    @Put
    @Allowed(Permission.KNOWLEDGE_APPROVE)
    Categories put(@Body Categories wanted) {
        List<CategorySql.Level> levels =
                wanted.items().stream().map(CategoryController::level).toList();
        database.inTransaction(sql -> {
            for (CategorySql.Level level : levels) {
                if (!categories.of(sql, level.name()).equals(level)) {
                    audit.record(sql, "document.category-changed", level.name());
                }
                categories.put(sql, level);
            }
            return levels;
        });
        return list();
    }

    private static CategorySql.Level level(Category said) {
        Particulars named = Descriptions.checked(new Particulars(null, said.name(), null, null, null, null, null));
        if (said.approvals() < 1 || said.approvals() > 2) {
            throw new ProblemException(ErrorCode.DOCUMENT_INVALID, "One or two people approve");
        }
        if (said.reviewMonths() < 1 || said.reviewMonths() > LONGEST_REVIEW) {
            throw new ProblemException(ErrorCode.DOCUMENT_INVALID, "A review comes after 1 to 60 months");
        }
        return new CategorySql.Level(
                Objects.requireNonNull(named.category()), said.approvals(), said.reviewMonths());
    }
}
