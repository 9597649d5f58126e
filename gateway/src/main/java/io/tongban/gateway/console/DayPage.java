package io.tongban.gateway.console;

import io.quarkus.security.Authenticated;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The day's end (轧账) for a supervisor, who has just given the password once more. */
@RequestScoped
@Authenticated
@Path(CounterLogins.DAY)
@Produces(Pages.HTML)
public class DayPage {
    private final Tellers tellers;
    private final DayEnd days;
    private final Asked asked;

    @Inject
    public DayPage(Tellers tellers, DayEnd days, Asked asked) {
        this.tellers = tellers;
        this.days = days;
        this.asked = asked;
    }

    @GET
    public Response day() {
        return asked.answer(() -> Pages.answer(
                        200, Templates.day(days.open(tellers.supervisor(PageOperation.SHOW_DAY))))
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(
            @FormParam("day") @Nullable String day,
            @FormParam("till") List<String> tills,
            @FormParam("counted") List<String> counted) {
        return asked.answer(() -> {
            DayView shown = days.close(tellers.supervisor(PageOperation.CLOSE_DAY), Counted.of(day, tills, counted));
            return Pages.answer(200, Templates.day(shown)).build();
        });
    }
}
