package io.tongban.gateway.console;

import io.quarkus.security.Authenticated;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Takes a payment, shows its receipt for printing, and gives it back. */
@RequestScoped
@Authenticated
@Path(PaymentPage.PATH)
@Produces(Pages.HTML)
public class PaymentPage {
    static final String PATH = CounterLogins.BASE + "/payments";

    private final Tellers tellers;
    private final Till till;
    private final Asked asked;

    @Inject
    public PaymentPage(Tellers tellers, Till till, Asked asked) {
        this.tellers = tellers;
        this.till = till;
        this.asked = asked;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(
            @FormParam("point") @Nullable String point,
            @FormParam("identified") @Nullable String identified,
            @FormParam("worker") @Nullable String worker,
            @FormParam("mandate") @Nullable String mandate,
            @FormParam("fen") @Nullable String fen,
            @FormParam("means") @Nullable String means,
            @FormParam("key") @Nullable String key) {
        return asked.answer(() -> {
            PayForm form = PayForm.of(worker, mandate, fen, means, key);
            String payment = till.take(tellers.current(PageOperation.PAY), point, identified, form);
            return Pages.elsewhere(PATH + "/" + payment);
        });
    }

    @GET
    public Response again() {
        return Pages.elsewhere(CounterLogins.BASE);
    }

    @GET
    @Path("/{id}")
    public Response receipt(@PathParam("id") String id) {
        return asked.answer(() -> Pages.answer(
                        200, Templates.payment(till.show(tellers.current(PageOperation.SHOW_PAYMENT), id)))
                .build());
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(
            @PathParam("id") String id,
            @FormParam("identified") @Nullable String identified,
            @FormParam("key") @Nullable String key) {
        return asked.answer(() -> {
            till.cancel(tellers.current(PageOperation.CANCEL), id, identified, key);
            return Pages.elsewhere(PATH + "/" + id);
        });
    }

    @GET
    @Path("/{id}/cancellation")
    public Response back(@PathParam("id") String id) {
        return Pages.elsewhere(CounterLogins.BASE);
    }
}
