package io.openteller.platform.llm.internal.routes;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.OperatorKey;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.identity.Public;
import io.openteller.platform.llm.internal.routes.RouteViews.GivenPrices;
import io.openteller.platform.llm.internal.routes.RouteViews.Prices;
import io.openteller.platform.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/** What models cost. A bank reads the prices in its own currency; the platform's operator writes them. */
@Controller("/api/v1/models/prices")
@ExecuteOn(TaskExecutors.BLOCKING)
class PriceController {

    private final RouteBook book;
    private final PriceBook prices;
    private final OperatorKey operator;

    PriceController(RouteBook book, PriceBook prices, OperatorKey operator) {
        this.book = book;
        this.prices = prices;
        this.operator = operator;
    }

    @Get
    @Allowed(Permission.PLUGIN_READ)
    Prices list() {
        return new Prices(CurrentTenant.get().currency(), book.current().prices());
    }

    @Put
    @Public("the operator's key")
    Prices put(@Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization, @Body GivenPrices given) {
        operator.check(authorization);
        return prices.put(given);
    }
}
