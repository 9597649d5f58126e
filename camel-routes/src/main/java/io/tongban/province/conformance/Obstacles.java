package io.tongban.province.conformance;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceRoutes;
import io.tongban.province.UnknownCause;
import java.util.Optional;

/** Says in words what makes every further try useless, and what to look at. */
final class Obstacles {
    private static final String NO_SIGN_IN =
            "the sign-in is refused: operator, password or key is wrong; tried no more, so that the account is not locked";
    /** The sign-in and the tables were tried before the first row. */
    private static final String NO_GRANT_WITHIN =
            "the database refuses the row, though it may be inserted: a grant is missing on a sequence, or on what a"
                    + " trigger works with";

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

    /** After a row. Empty if others may fare better: something was understood, or this was no registration. */
    Optional<String> after(Bench bench) {
        Optional<UnknownCause> cause = bench.whyNothing();
        return cause.flatMap(each -> onTheWay(each, bench.facts().dialect()))
                .or(() -> bench.registersNobody() ? Optional.of(registersNobody(cause)) : Optional.empty());
    }

    private Optional<String> onTheWay(UnknownCause cause, String dialect) {
        return switch (cause) {
            case ACCESS_REFUSED -> Optional.of(dialect.equals("exchangedb") ? NO_GRANT_WITHIN : NO_SIGN_IN);
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

    /** Each of the other rows would wait out patience for one, too. */
    private static String registersNobody(Optional<UnknownCause> cause) {
        return "no registration comes to an outcome, and all other rows begin with one: "
                + cause.map(Obstacles::why)
                        .orElse("it is still in process when patience ends; -Dpatience=PT5M waits longer");
    }

    private static String why(UnknownCause cause) {
        String words = switch (cause) {
            case TIMEOUT -> "the call is taken, and not answered within timeouts.reply";
            case CONNECTION_CUT -> "the connection ends before an answer is there";
            case HTTP_ERROR -> "the HTTP status is that of no answer; look at the path of the address";
            case SOAP_FAULT -> "the answer is a SOAP Fault; look at operation, namespace and SOAPAction";
            case UNREADABLE -> "the answer cannot be read; at which field stands below, and the answer itself";
            case CODE_UNKNOWN -> "return-codes does not list the code of the answer";
            case CODE_UNEXPECTED -> "the code of the answer is none that a registration can have";
            case FAILED -> "it goes wrong on this side, or the far side says something that nobody expects";
            default -> "nobody can say what became of it";
        };
        return words + " (" + cause.word() + ")";
    }
}
