package io.tongban.province.conformance;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceRoutes;
import io.tongban.province.UnknownCause;
import java.util.Optional;

/** Says in words what makes every further try useless, and what to look at. */
final class Obstacles {
    private final ProvinceRoutes routes;
    private final ProvinceCode province;

    Obstacles(ProvinceRoutes routes, ProvinceCode province) {
        this.routes = routes;
        this.province = province;
    }

    /** Before the first call. */
    Optional<String> atTheBeginning() {
        return routes.obstacle(province);
    }

    /** After a call when nothing was understood yet; empty if others may fare better. */
    Optional<String> after(UnknownCause cause) {
        return switch (cause) {
            case ACCESS_REFUSED ->
                Optional.of("the sign-in is refused: operator, password or key is wrong; tried no more, so that the"
                        + " account is not locked");
            case NOT_SIGNED_IN ->
                routes.tlsBehindClearText(province)
                        .or(() -> Optional.of("the answer to the sign-in cannot be read, or gives no sign-in; look at"
                                + " head.reply and transactions.sign-in, and show the answer to the check"
                                + " (-Danswer=)"));
            case TLS -> Optional.of("the way is not encrypted as the profile says: certificate, name, or no TLS");
            case NOT_CONNECTED -> Optional.of("no connection to the address of the profile");
            case HOST_KEY_DIFFERS -> Optional.of("the server shows another host key than the profile names");
            case CLOCK_DIFFERS -> Optional.of("the clocks differ by more than a day");
            case CONNECTION_CUT, UNREADABLE, TIMEOUT, HTTP_ERROR -> routes.tlsBehindClearText(province);
            default -> Optional.empty();
        };
    }
}
