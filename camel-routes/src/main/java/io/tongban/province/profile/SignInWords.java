package io.tongban.province.profile;

import io.tongban.province.TransactionKind;
import io.tongban.province.dated.YamlEntry;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a profile says of how Tongban makes itself known has to hang together: nothing that is missing, or for nothing. */
final class SignInWords {
    /** The option of the dialect soap by which the password goes into a header of its own. */
    private static final String WS_SECURITY = "ws-security";

    private SignInWords() {}

    static void check(ProvinceProfile profile, DialectNeeds needs, YamlEntry root) {
        boolean signsIn = profile.capability(TransactionKind.SIGN_IN).sent();
        boolean tokenInHead = Stream.of(
                        profile.heads().request(), profile.heads().soapHeader())
                .flatMap(List::stream)
                .anyMatch(slot -> slot.field() == Field.TOKEN);
        if (signsIn && !tokenInHead) {
            throw root.get("transactions")
                    .wrong("has a sign-in whose token stands in no request; place \"token\" in \"head.request\","
                            + " or remove the sign-in");
        }
        if (!signsIn && places(profile, Field.TOKEN)) {
            throw root.get("head")
                    .wrong("has a \"token\" that no sign-in would bring; add \"transactions.sign-in\", or remove it");
        }
        if (needs.adds().contains(Field.PASSWORD)) {
            checkPassword(profile, root);
        }
    }

    private static void checkPassword(ProvinceProfile profile, YamlEntry root) {
        boolean sent = places(profile, Field.PASSWORD)
                // The key of a frame's head is made from it.
                || (profile.dialect().equals("tcp") && places(profile, Field.KEY))
                || profile.options()
                        .find(WS_SECURITY)
                        .filter(how -> !how.equals("none"))
                        .isPresent();
        boolean given = root.find("password").isPresent();
        if (sent && !given) {
            throw root.wrong("lacks \"password\", which a request has; add it");
        }
        if (given && !sent) {
            throw root.get("password").wrong("stands in no request; place it in a layout, or remove it");
        }
    }

    private static boolean places(ProvinceProfile profile, Field field) {
        Stream<List<Slot>> heads =
                Stream.of(profile.heads().request(), profile.heads().soapHeader());
        Stream<List<Slot>> bodies = profile.transactions().values().stream().map(Transaction::request);
        return Stream.concat(heads, bodies).flatMap(Collection::stream).anyMatch(slot -> slot.field() == field);
    }
}
