package io.tongban.gateway.console;

import io.tongban.gateway.counter.payment.Receipts;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.CallerAddress;
import io.tongban.gateway.trust.access.Strangers;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What anybody sees who has a receipt's code: that it was paid, and what has become of it. Nobody's name, and of a wrong
 * code nothing, whatever is wrong with it.
 */
@ApplicationScoped
@Path("/receipts")
@Produces(Pages.HTML)
public class ReceiptPage {
    private static final Notice NOTHING = new Notice("没有此收据。", "There is no such receipt.");
    private static final Notice TOO_MANY = new Notice("查询过多，请稍后再试。", "Too many requests. Try again later.");
    private static final long MINUTE_SECONDS = 60;

    private final Receipts receipts;
    private final Strangers strangers;
    private final CallerAddress callers;
    private final String baseUrl;

    @Inject
    public ReceiptPage(
            Receipts receipts,
            Strangers strangers,
            CallerAddress callers,
            @ConfigProperty(name = "tongban.public-base-url") String baseUrl) {
        this.receipts = receipts;
        this.strangers = strangers;
        this.callers = callers;
        this.baseUrl = baseUrl;
    }

    /** For whoever has the code on paper and cannot scan it. */
    @GET
    public Response check(@QueryParam("code") @Nullable String code, @Context HttpServerRequest request) {
        return code == null
                ? Pages.answer(200, Templates.receiptCheck(Notice.NONE)).build()
                : receipt(code, request);
    }

    @GET
    @Path("/{code}")
    public Response receipt(@PathParam("code") String code, @Context HttpServerRequest request) {
        try {
            strangers.read(callers.of(request));
        } catch (ProblemException tooMany) {
            long wait = tooMany.retryAfter()
                    .map(left -> Math.max(1, left.toSeconds()))
                    .orElse(MINUTE_SECONDS);
            return Pages.answer(429, Templates.receiptCheck(TOO_MANY))
                    .header("Retry-After", wait)
                    .build();
        }
        return receipts.find(code)
                .map(payment -> ReceiptView.of(payment, receipts.placeOf(payment), baseUrl))
                .map(view -> Pages.answer(200, Templates.receipt(view)).build())
                .orElseGet(
                        () -> Pages.answer(404, Templates.receiptCheck(NOTHING)).build());
    }
}
