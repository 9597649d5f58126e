package io.tongban.gateway.edge.accesslog;

import io.tongban.gateway.platform.pii.PersonalNumbers;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.tongban.signature.ReceivedBase;
import io.tongban.signature.SignatureRefusedException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The base that was computed of a request whose signature was refused, fit to be kept for whoever sent it. */
final class RefusedSignature {
    /** Longer than any base of the contract. */
    private static final int LONGEST = 16 * 1024;

    private static final List<String> CHANCE =
            List.of("\"@signature-params\"", "\"content-digest\"", "\"authorization\"");

    /** A component that is covered as octets in base64: nobody can see what is in it. */
    private static final Pattern ENCODED = Pattern.compile("^\"[^\"]*\"[^:]*;bs[;:]", Pattern.MULTILINE);

    private static final Pattern DIGITS = Pattern.compile("[0-9Xx]{11,}");

    private RefusedSignature() {}

    static boolean isOne(String code) {
        return code.startsWith("signature-") || code.startsWith("digest-");
    }

    /** Empty where none can be computed; the problem's detail says why. */
    static Optional<String> base(ReceivedRequest request, PersonalNumbers numbers) {
        try {
            String base = ReceivedBase.ofRequest(request.message()).withoutToken();
            return base.length() > LONGEST || ENCODED.matcher(base).find()
                    ? Optional.empty()
                    : Optional.of(masked(base, numbers));
        } catch (SignatureRefusedException none) {
            return Optional.empty();
        }
    }

    /** Star for digit, so that every octet behind stays at its place. */
    private static String masked(String base, PersonalNumbers numbers) {
        return base.lines().map(line -> maskedLine(line, numbers)).collect(Collectors.joining("\n"));
    }

    private static String maskedLine(String line, PersonalNumbers numbers) {
        String masked = DIGITS.matcher(line)
                .replaceAll(run -> numbers.in(run.group()).isPresent()
                        ? "*".repeat(run.group().length())
                        : run.group());
        // What is ours to read as numbers is by chance: a hash, a nonce, a time.
        boolean chance = CHANCE.stream().anyMatch(line::startsWith);
        return !chance && numbers.in(masked).isPresent() ? masked.replaceAll("[0-9]", "*") : masked;
    }
}
