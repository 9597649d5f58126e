package io.tongban.sandbox.province.soap;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.SimulatedProvince;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who is signed in, in memory only: a restart of the province ends every sign-in. Several may live side by side. */
final class SignIns {
    private static final int MOST = 1_000;

    private final SimulatedProvince province;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> expiry = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    SignIns(SimulatedProvince province, Clock clock) {
        this.province = province;
        this.clock = clock;
    }

    Answer signIn(String operator, String password) {
        boolean right = MessageDigest.isEqual(
                password.getBytes(StandardCharsets.UTF_8), province.password().getBytes(StandardCharsets.UTF_8));
        if (!right || !operator.equals(province.operator())) {
            return new Answer.NotAuthenticated();
        }
        byte[] token = new byte[16];
        random.nextBytes(token);
        String text = HexFormat.of().formatHex(token);
        Instant expires = clock.instant().plus(province.signInLife()).truncatedTo(ChronoUnit.SECONDS);
        synchronized (expiry) {
            expiry.put(text, expires);
        }
        return new Answer.SignedIn(text, expires);
    }

    boolean isSignedIn(String token) {
        synchronized (expiry) {
            Instant expires = expiry.get(token);
            return expires != null && clock.instant().isBefore(expires);
        }
    }

    void drop(String token) {
        synchronized (expiry) {
            expiry.remove(token);
        }
    }
}
