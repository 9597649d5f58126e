package io.tongban.gateway.console;

import io.tongban.gateway.counter.point.PointTree;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Service points around one of the operator's own.
 *
 * @param near reference of that one; empty before anything was asked
 */
public record PointsView(
        Desk.Who who, List<Desk.Place> places, String near, List<Choice> services, boolean isAsked, List<Near> found) {
    public PointsView {
        places = List.copyOf(places);
        services = List.copyOf(services);
        found = List.copyOf(found);
    }

    /** A service that can be asked for. */
    public record Choice(String value, Notice name, boolean isChosen) {}

    /** @param kilometres as the crow flies, with one decimal */
    public record Near(String name, String address, String hours, String kilometres) {
        private static final int METRES_OF_A_KILOMETRE = 1000;

        static Near of(PointTree.Near near) {
            BigDecimal kilometres = BigDecimal.valueOf(near.metres())
                    .divide(BigDecimal.valueOf(METRES_OF_A_KILOMETRE), 1, RoundingMode.HALF_UP);
            return new Near(
                    near.point().name(),
                    near.point().address(),
                    near.point().hours().text(),
                    kilometres.toPlainString());
        }
    }
}
