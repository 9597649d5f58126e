package io.tongban.sdk.card;

import io.tongban.api.internal.Given;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A card of a made-up person, with a PIN and with keys of its own: it signs for real. Thread-safe. Silent in {@link
 * #toString()}, so that a test of logs is right with it, too.
 */
public final class SimulatedCard {
    /** What it takes unless the builder says another one. */
    public static final String USUAL_PIN = "123456";

    private static final int USUAL_TRIES = 3;
    private static final int MOST = 999;

    private final CardBasicData data;
    private final boolean isBlocked;
    private final String pin;
    private final int tries;
    private final CardSignatureAlgorithm algorithm;
    private final Supplier<Signature> signing;
    private final KeyPair keys;
    private final byte[] certificate;
    private int triesLeft;

    private SimulatedCard(Builder builder) {
        this.data = builder.data();
        this.isBlocked = builder.isBlocked;
        this.pin = builder.pin;
        this.tries = builder.tries;
        this.triesLeft = tries;
        Provider sm2 = builder.sm2;
        this.algorithm = sm2 == null ? CardSignatureAlgorithm.ECDSA_P256_SHA256 : CardSignatureAlgorithm.SM2_SM3;
        this.keys = keys(sm2);
        this.signing = () -> signature(algorithm, sm2);
        this.certificate = SelfSignedCertificate.of(builder.number, algorithm, keys.getPublic(), this::signed);
    }

    /** A card of the third generation, valid until 2035, PIN {@value #USUAL_PIN}. */
    public static SimulatedCard madeUp() {
        return builder(1).build();
    }

    /**
     * @param number 0 to 999: another person and another card for each. Their division was never given, so their citizen
     *     numbers are nobody's
     */
    public static Builder builder(int number) {
        if (number < 0 || number > MOST) {
            throw new IllegalArgumentException("There are cards 0 to " + MOST);
        }
        return new Builder(number);
    }

    /** What a reader tells of it. */
    public CardBasicData data() {
        return data;
    }

    /** What is on it, by the items' identifiers; what is not here, the card leaves empty. */
    Map<String, String> items() {
        Map<CardItem, String> values = new EnumMap<>(CardItem.class);
        for (CardItem each : CardItem.values()) {
            values.put(each, "");
        }
        values.put(CardItem.CARD_IDENTIFIER, data.cardIdentifier());
        values.put(CardItem.STANDARD_VERSION, data.version());
        values.put(CardItem.ISSUED_ON, CardText.day(data.issuedOn()));
        values.put(CardItem.VALID_TO, CardText.day(data.validTo()));
        values.put(CardItem.CARD_NUMBER, data.cardNumber());
        values.put(CardItem.SOCIAL_SECURITY_NUMBER, data.socialSecurityNumber());
        values.put(CardItem.NAME, data.name());
        data.citizenNumber().ifPresent(number -> {
            values.put(CardItem.BIRTH_DATE, number.substring(6, 14));
            values.put(CardItem.SEX, number.charAt(16) % 2 == 1 ? "1" : "2");
        });
        return values.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().place().identifier(), Map.Entry::getValue));
    }

    boolean isBlocked() {
        return isBlocked;
    }

    /** X.509, DER; by the card's own key. */
    public byte[] certificate() {
        return certificate.clone();
    }

    CardSignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** Takes a PIN: null if it was right, else how many tries are left. */
    synchronized @Nullable Integer wrong(String typed) {
        if (triesLeft > 0 && typed.equals(pin)) {
            triesLeft = tries;
            return null;
        }
        triesLeft = Math.max(0, triesLeft - 1);
        return triesLeft;
    }

    String pin() {
        return pin;
    }

    byte[] signed(byte[] content) {
        try {
            Signature signature = signing.get();
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException unable) {
            throw new IllegalStateException("This platform cannot sign with " + algorithm, unable);
        }
    }

    boolean hasSigned(byte[] content, byte[] value) {
        try {
            Signature signature = signing.get();
            signature.initVerify(keys.getPublic());
            signature.update(content);
            return signature.verify(value);
        } catch (SignatureException notOne) {
            return false;
        } catch (GeneralSecurityException unable) {
            throw new IllegalStateException("This platform cannot verify " + algorithm, unable);
        }
    }

    private static KeyPair keys(@Nullable Provider sm2) {
        try {
            KeyPairGenerator generator =
                    sm2 == null ? KeyPairGenerator.getInstance("EC") : KeyPairGenerator.getInstance("EC", sm2);
            generator.initialize(new ECGenParameterSpec(sm2 == null ? "secp256r1" : "sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException unable) {
            throw new IllegalStateException("This platform cannot make the card's keys", unable);
        }
    }

    private static Signature signature(CardSignatureAlgorithm algorithm, @Nullable Provider provider) {
        try {
            return provider == null
                    ? Signature.getInstance(algorithm.jcaName())
                    : Signature.getInstance(algorithm.jcaName(), provider);
        } catch (GeneralSecurityException unable) {
            throw new IllegalStateException("This platform lacks " + algorithm, unable);
        }
    }

    @Override
    public String toString() {
        return "SimulatedCard[" + algorithm + "]";
    }

    /** Changes single values of a made-up card. Not thread-safe. */
    public static final class Builder {
        private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

        private final int number;
        private String issuingRegion = "440100";
        private String socialSecurityNumber;
        private String name = "测试员";
        private String version = "3.00";
        private LocalDate validTo = LocalDate.of(2035, 11, 22);
        private boolean isBlocked;
        private String pin = USUAL_PIN;
        private int tries = USUAL_TRIES;
        private @Nullable Provider sm2;

        private Builder(int number) {
            this.number = number;
            this.socialSecurityNumber = citizenNumber(number);
        }

        /** GB/T 2260, six digits. */
        public Builder issuingRegion(String division) {
            this.issuingRegion = Given.value(division, "division");
            return this;
        }

        /** The citizen number of citizens. */
        public Builder socialSecurityNumber(String value) {
            this.socialSecurityNumber = Given.value(value, "value");
            return this;
        }

        public Builder name(String value) {
            this.name = Given.value(value, "value");
            return this;
        }

        /** Of the card standard, such as 2.00. */
        public Builder version(String value) {
            this.version = Given.value(value, "value");
            return this;
        }

        /** Its last valid day. */
        public Builder validTo(LocalDate day) {
            this.validTo = Given.value(day, "day");
            return this;
        }

        /** Its issuer has blocked it. */
        public Builder blocked() {
            this.isBlocked = true;
            return this;
        }

        /**
         * @param digits 4 to 16 digits
         * @param most how many wrong ones block it, 1 to 15
         */
        public Builder pin(String digits, int most) {
            if (!Given.value(digits, "digits").matches("[0-9]{4,16}") || most < 1 || most > 15) {
                throw new IllegalArgumentException("A PIN has 4 to 16 digits and 1 to 15 tries");
            }
            this.pin = digits;
            this.tries = most;
            return this;
        }

        /**
         * It signs with SM2, as real ones do.
         *
         * @param provider that has SM2 under the names of Bouncy Castle; the SDK brings none
         */
        public Builder sm2(Provider provider) {
            this.sm2 = Given.value(provider, "provider");
            return this;
        }

        /** @throws IllegalArgumentException if a value is not of its form */
        public SimulatedCard build() {
            return new SimulatedCard(this);
        }

        CardBasicData data() {
            return new CardBasicData(
                    issuingRegion,
                    socialSecurityNumber,
                    String.format(Locale.ROOT, "X%08d", number),
                    issuingRegion + String.format(Locale.ROOT, "D156000005%016X", number),
                    name,
                    "0081544C968684400000000000",
                    version,
                    validTo.minusYears(10),
                    validTo,
                    "000000000001",
                    "SIMULATED-1");
        }

        private static String citizenNumber(int number) {
            String digits = "449999" + LocalDate.of(1990, 1, 1).format(DateTimeFormatter.BASIC_ISO_DATE)
                    + String.format(Locale.ROOT, "%03d", number);
            int sum = 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += WEIGHTS[i] * (digits.charAt(i) - '0');
            }
            return digits + "10X98765432".charAt(sum % 11);
        }
    }
}
