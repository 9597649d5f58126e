package io.tongban.sandbox.province.rest;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.ProvinceTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sign-in numbers of the day, in memory only: a restart of the province ends all of them, and so does midnight. */
final class SignIns {
    private static final int MOST = 1_000;

    private final ProvinceClock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, LocalDate> days = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LocalDate> eldest) {
            return size() > MOST;
        }
    };

    SignIns(ProvinceClock clock) {
        this.clock = clock;
    }

    Answer signIn() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String number = HexFormat.of().formatHex(bytes);
        LocalDate today = clock.today();
        synchronized (days) {
            days.put(number, today);
        }
        Instant midnight = today.plusDays(1).atStartOfDay(ProvinceTime.ZONE).toInstant();
        return new Answer.SignedIn(number, midnight);
    }

    boolean isSignedIn(String number) {
        synchronized (days) {
            return clock.today().equals(days.get(number));
        }
    }

    void drop(String number) {
        synchronized (days) {
            days.remove(number);
        }
    }
}
