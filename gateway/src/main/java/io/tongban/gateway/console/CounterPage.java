package io.tongban.gateway.console;

import io.quarkus.security.Authenticated;
import io.tongban.gateway.counter.operator.Visits;
import io.tongban.gateway.counter.point.Point;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where a teller without the bank's own software begins to serve, and what is found. */
@RequestScoped
@Authenticated
@Path(CounterLogins.BASE)
@Produces(Pages.HTML)
public class CounterPage {
    private final Tellers tellers;
    private final Visits visits;
    private final Serving serving;
    private final Asked asked;
    private final Jdbi jdbi;

    @Inject
    public CounterPage(Tellers tellers, Visits visits, Serving serving, Asked asked, Jdbi jdbi) {
        this.tellers = tellers;
        this.visits = visits;
        this.serving = serving;
        this.asked = asked;
        this.jdbi = jdbi;
    }

    @GET
    public Response desk() {
        return asked.answer(() -> {
            Teller teller = tellers.current(PageOperation.DESK);
            return Pages.answer(200, Templates.desk(desk(teller), Notice.NONE)).build();
        });
    }

    private Desk desk(Teller teller) {
        return new Desk(
                Desk.Who.of(teller),
                jdbi.withHandle(handle -> visits.places(handle, teller.tenant(), teller.staffNumber())).stream()
                        .map(place -> new Desk.Place(
                                place.point().reference(), place.point().name(), place.isOpen()))
                        .toList());
    }

    /** The number comes in a body, so that no address, history or log of a proxy holds it. */
    @POST
    @Path("/worker")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response serve(
            @FormParam("number") @Nullable String number,
            @FormParam("point") @Nullable String point,
            @FormParam("identified") @Nullable String identified,
            @FormParam("purpose") @Nullable String purpose) {
        return asked.answer(() -> {
            Teller teller = tellers.current(PageOperation.SEARCH, PageOperation.SERVE);
            Point.Service service = VisitForm.purpose(purpose);
            Served served = serving.serve(
                    teller, VisitForm.said(teller, point, identified, service), number == null ? "" : number);
            return Pages.answer(200, Templates.served(served)).build();
        });
    }

    /** Whoever comes back here after logging in anew begins anew. */
    @GET
    @Path("/worker")
    public Response again() {
        return Pages.elsewhere(CounterLogins.BASE);
    }
}
