package io.tongban.province.dialect.soap;

import io.tongban.province.dialect.XmlTemplate;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.function.Supplier;

/** Header of WS-Security, Username Token Profile 1.1: operator and password, as text or as digest. */
final class UsernameToken {
    static final Option OPTION = Option.usually("ws-security", "none", "none|text|digest", "none, text or digest")
            .where("envelope", "soap-1.1|soap-1.2");

    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String PROFILE = OASIS + "username-token-profile-1.0";
    private static final int NONCE_BYTES = 16;

    private final ProvinceProfile profile;
    private final Clock clock;
    private final Supplier<byte[]> nonces;

    UsernameToken(ProvinceProfile profile, Clock clock) {
        this(profile, clock, UsernameToken::nonce);
    }

    UsernameToken(ProvinceProfile profile, Clock clock, Supplier<byte[]> nonces) {
        this.profile = profile;
        this.clock = clock;
        this.nonces = nonces;
    }

    private static byte[] nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** The header's block for one call; empty if the province asks for none. */
    String block() {
        return switch (profile.options().find(OPTION.name()).orElse("none")) {
            case "text" -> around(password("PasswordText", profile.password().value()));
            case "digest" -> {
                byte[] nonce = nonces.get();
                String created = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
                yield around(password("PasswordDigest", digest(nonce, created))
                        + "<wsse:Nonce EncodingType=\"" + OASIS + "soap-message-security-1.0#Base64Binary\">"
                        + Base64.getEncoder().encodeToString(nonce) + "</wsse:Nonce><wsu:Created>" + created
                        + "</wsu:Created>");
            }
            default -> "";
        };
    }

    private String around(String password) {
        return "<wsse:Security soap:mustUnderstand=\"1\" xmlns:wsse=\"" + OASIS
                + "wssecurity-secext-1.0.xsd\" xmlns:wsu=\"" + OASIS
                + "wssecurity-utility-1.0.xsd\"><wsse:UsernameToken><wsse:Username>"
                + XmlTemplate.escaped(profile.operator(), false) + "</wsse:Username>" + password
                + "</wsse:UsernameToken></wsse:Security>";
    }

    private static String password(String type, String value) {
        return "<wsse:Password Type=\"" + PROFILE + "#" + type + "\">" + XmlTemplate.escaped(value, false)
                + "</wsse:Password>";
    }

    /** Base64 of SHA-1 over nonce, moment and password: the standard knows no other. */
    private String digest(byte[] nonce, String created) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(nonce);
            sha1.update(created.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(sha1.digest(profile.password().value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
