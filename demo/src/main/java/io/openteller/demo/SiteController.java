package io.openteller.demo;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/** The demo banks' websites, with a sign-in that any visitor may use: nothing behind it is real. */
@Controller("/demo")
@ExecuteOn(TaskExecutors.BLOCKING)
class SiteController {

    private final DemoBanks banks;
    private final DemoCustomers customers;
    private final DemoKeys keys;
    private final SitePage page;

    SiteController(DemoBanks banks, DemoCustomers customers, DemoKeys keys, SitePage page) {
        this.banks = banks;
        this.customers = customers;
        this.keys = keys;
        this.page = page;
    }

    /** @param token the bank's signed word for who this is, to be handed to the widget at once */
    @Serdeable
    record SignedIn(String ref, String name, String token) {}

    @Get("/{bank}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> site(String bank, @QueryValue(defaultValue = "en") String lang) {
        return banks.find(bank)
                .map(found -> HttpResponse.ok(page.of(found, lang))
                        .header("Content-Security-Policy", SitePage.POLICY)
                        .header("Cache-Control", "no-cache"))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/{bank}/customers")
    HttpResponse<List<DemoCustomers.Customer>> customers(String bank) {
        return banks.find(bank)
                .map(found -> HttpResponse.ok(customers.of(found)))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{bank}/sign-in/{ref}")
    HttpResponse<SignedIn> signIn(String bank, String ref) {
        return banks.find(bank)
                .flatMap(found -> customers.of(found).stream()
                        .filter(customer -> customer.ref().equals(ref))
                        .findFirst()
                        .map(customer -> new SignedIn(
                                customer.ref(),
                                customer.name(),
                                keys.vouch(found, customer.ref(), customer.name()))))
                .map(HttpResponse::ok)
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/assets/{name}")
    HttpResponse<byte[]> asset(String name) {
        Map<String, String> types = Map.of("site.css", "text/css", "site.js", "text/javascript");
        String type = types.get(name);
        return type == null
                ? HttpResponse.notFound()
                : HttpResponse.ok(SitePage.resource(name)).contentType(type + ";charset=UTF-8");
    }
}
