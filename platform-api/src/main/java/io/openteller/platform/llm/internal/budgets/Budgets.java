package io.openteller.platform.llm.internal.budgets;

import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.budgets.Account.Taking;
import io.openteller.platform.llm.internal.budgets.AccountKey.Span;
import io.openteller.platform.llm.internal.budgets.AccountKey.Unit;
import io.openteller.platform.llm.internal.routes.Limits;
import io.openteller.platform.llm.internal.routes.Price;
import io.openteller.platform.llm.internal.routes.Route;
import io.openteller.platform.llm.internal.routes.Settings;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets tokens and money aside before a call, and settles afterwards. No call asks the database while its replica's part of the
 * budget lasts; all parts together are never more than the budget. A replica that dies takes the rest of its part with it until
 * the day is over.
 */
@Singleton
public class Budgets {

    private static final Logger log = LoggerFactory.getLogger(Budgets.class);
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    /** Where a bank has no limit of its own. */
    private static final long SHADOW_TOKENS = 200_000;

    private static final long MICRO = 1_000_000;

    private final Lender lender;
    private final Alarms alarms;
    private final Clock clock;
    private final Map<AccountKey, Account> accounts = new ConcurrentHashMap<>();
    private final Map<UUID, Tenant> banks = new ConcurrentHashMap<>();
    private final Thread sweeper;
    private volatile boolean stopped;

    Budgets(Lender lender, Alarms alarms, Clock clock) {
        this.lender = lender;
        this.alarms = alarms;
        this.clock = clock;
        this.sweeper = Thread.ofVirtual().name("model-budgets").start(this::sweep);
    }

    /**
     * What a call is about to use.
     *
     * @param price null for a model without one
     * @param customer null where nobody is known; never a name: see {@link Digest}
     */
    public record Wanted(
            Task task, long inputTokens, long outputTokens, @Nullable Price price, @Nullable String customer, boolean shadow) {

        long tokens() {
            return inputTokens + outputTokens;
        }
    }

    /** What is set aside for one call. */
    public record Held(Instant at, long tokens, long micros, List<Part> parts) {}

    record Part(Account account, long amount) {}

    private record Limit(String account, Unit unit, Span span, long limit) {}

    /** Empty, and nothing set aside, if any of the budgets has not that much left, or one of money cannot tell the price. */
    public Optional<Held> hold(Settings settings, Route route, Wanted wanted) {
        Price price = wanted.price();
        long micros = price == null ? 0 : price.micros(wanted.inputTokens(), wanted.outputTokens());
        List<Limit> limits = limits(settings, route, wanted);
        if (limits.isEmpty()) {
            return Optional.of(new Held(Instant.EPOCH, wanted.tokens(), micros, List.of()));
        }
        Instant now = clock.instant();
        List<Part> parts = new ArrayList<>(limits.size());
        for (Limit limit : limits) {
            boolean money = limit.unit() == Unit.MONEY;
            long amount = money ? micros : wanted.tokens();
            Account account = account(limit);
            if ((money && price == null) || !took(account, amount, limit, settings, wanted.task(), now)) {
                parts.forEach(part -> part.account().giveBack(now, part.amount()));
                return Optional.empty();
            }
            parts.add(new Part(account, amount));
        }
        return Optional.of(new Held(now, wanted.tokens(), micros, parts));
    }

    /** @param tokens that were spent in truth @param micros likewise */
    public void settle(Held held, long tokens, long micros) {
        for (Part part : held.parts()) {
            long spent = part.account().key().unit() == Unit.MONEY ? micros : tokens;
            part.account().giveBack(held.at(), part.amount() - spent);
        }
    }

    private boolean took(Account account, long amount, Limit limit, Settings settings, Task task, Instant now) {
        Taking taking = account.take(amount, limit.limit(), now, lender);
        boolean tells = limit.span() == Span.DAY && (limit.account().isEmpty() || limit.account().equals(task.name()));
        if (tells && !taking.taken()) {
            alarm(Alarms.Kind.BUDGET_SPENT, limit, task, "is spent");
        } else if (tells && taking.borrowed() != null
                && taking.borrowed().taken() >= limit.limit() / 100.0 * settings.alarmPercent()) {
            alarm(Alarms.Kind.BUDGET_80, limit, task, "is used to " + settings.alarmPercent() + " %");
        }
        return taking.taken();
    }

    private void alarm(Alarms.Kind kind, Limit limit, Task task, String how) {
        boolean all = limit.account().isEmpty();
        alarms.raise(
                kind,
                limit.account() + "/" + limit.unit(),
                all ? null : task,
                "Today's budget of " + (limit.unit() == Unit.MONEY ? "money" : "tokens")
                        + (all ? "" : " for " + task) + " " + how);
    }

    private static List<Limit> limits(Settings settings, Route route, Wanted wanted) {
        List<Limit> limits = new ArrayList<>(8);
        add(limits, "", settings.budget());
        add(limits, wanted.task().name(), route.budget());
        if (wanted.customer() != null) {
            Long all = settings.budget().customerTokensPerDay();
            Long task = route.budget().customerTokensPerDay();
            if (all != null) {
                limits.add(new Limit("of " + wanted.customer(), Unit.TOKENS, Span.DAY, all));
            }
            if (task != null) {
                limits.add(new Limit(wanted.task() + " of " + wanted.customer(), Unit.TOKENS, Span.DAY, task));
            }
        }
        if (wanted.shadow()) {
            Long all = settings.budget().tokensPerDay() == null ? route.budget().tokensPerDay() : settings.budget().tokensPerDay();
            long share = all == null ? SHADOW_TOKENS : all / 100 * settings.shadowPercent();
            limits.add(new Limit("shadow", Unit.TOKENS, Span.DAY, share));
        }
        return limits;
    }

    private static void add(List<Limit> limits, String account, Limits budget) {
        if (budget.tokensPerMinute() != null) {
            limits.add(new Limit(account, Unit.TOKENS, Span.MINUTE, budget.tokensPerMinute()));
        }
        if (budget.tokensPerDay() != null) {
            limits.add(new Limit(account, Unit.TOKENS, Span.DAY, budget.tokensPerDay()));
        }
        if (budget.moneyPerDayMinor() != null) {
            limits.add(new Limit(account, Unit.MONEY, Span.DAY, budget.moneyPerDayMinor() * MICRO));
        }
    }

    private Account account(Limit limit) {
        Tenant bank = CurrentTenant.get();
        AccountKey key = new AccountKey(bank.id(), limit.account(), limit.unit(), limit.span());
        Account known = accounts.get(key);
        if (known != null) {
            return known;
        }
        banks.putIfAbsent(bank.id(), bank);
        return accounts.computeIfAbsent(key, Account::new);
    }

    private void sweep() {
        while (!stopped) {
            try {
                Thread.sleep(IDLE.dividedBy(2));
            } catch (InterruptedException stop) {
                return;
            }
            giveBackIdle(IDLE);
            accounts.values().removeIf(account -> account.isIdle(FORGOTTEN));
        }
    }

    /** What was borrowed and is not being used goes back. */
    public void giveBackIdle(Duration idle) {
        accounts.values().forEach(account -> {
            Tenant bank = banks.get(account.key().bank());
            try {
                if (bank != null) {
                    CurrentTenant.run(bank, () -> account.rest(idle, lender));
                }
            } catch (RuntimeException failure) {
                log.warn("a part of a budget could not be given back account={}", account.key().account(), failure);
            }
        });
    }

    @PreDestroy
    void stop() {
        stopped = true;
        sweeper.interrupt();
        giveBackIdle(Duration.ZERO);
    }
}
