package io.tongban.province.profile;

import io.tongban.province.Capability;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import io.tongban.province.TransactionKind;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One version of one province: a profile file, read and checked.
 *
 * @param file where it was read from, for messages
 * @param dialect name of the dialect room that speaks it
 * @param operator how Tongban signs itself over there
 * @param password of the sign-in, or key of the request's HMAC
 * @param insurances what can be withheld for
 * @param options settings of the dialect
 */
public record ProvinceProfile(
        String file,
        ProvinceCode code,
        String nameZh,
        String nameEn,
        Validity validity,
        String dialect,
        URI endpoint,
        String operator,
        Secret password,
        Charset charset,
        Timeouts timeouts,
        Limits limits,
        Hours hours,
        CircuitBreakerSettings breaker,
        Patience patience,
        Set<InsuranceKind> insurances,
        Map<Field, CodeMap> codes,
        Formats formats,
        Map<String, Meaning> returnCodes,
        Options options,
        Heads heads,
        Map<TransactionKind, Transaction> transactions) {
    /** Dates and times of all provinces. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public ProvinceProfile {
        insurances = Set.copyOf(insurances);
        codes = Map.copyOf(codes);
        returnCodes = Map.copyOf(returnCodes);
        // In their own order, so that of two faults the same one is told each time.
        Map<TransactionKind, Transaction> inOrder = new EnumMap<>(TransactionKind.class);
        inOrder.putAll(transactions);
        transactions = Collections.unmodifiableMap(inOrder);
    }

    /** The same, with other hours. */
    ProvinceProfile with(Hours other) {
        return with(other, password);
    }

    /** The same with stars for the password, for whoever shows what it sends. */
    public ProvinceProfile withoutPassword() {
        return with(hours, new Secret("*".repeat(password.value().length())));
    }

    private ProvinceProfile with(Hours other, Secret secret) {
        return new ProvinceProfile(
                file,
                code,
                nameZh,
                nameEn,
                validity,
                dialect,
                endpoint,
                operator,
                secret,
                charset,
                timeouts,
                limits,
                other,
                breaker,
                patience,
                insurances,
                codes,
                formats,
                returnCodes,
                options,
                heads,
                transactions);
    }

    /** Whether it is called over TLS only, with the far side's certificate and name checked. */
    public boolean overTls() {
        return endpoint.getScheme().matches("https|tls|ftps|ftpes")
                || parameter(EndpointReader.SSL_MODE)
                        .filter(EndpointReader.VERIFY_FULL::equals)
                        .isPresent();
    }

    /** The file with the authorities that count for the far side's certificate; empty for those that Java trusts. */
    public String trust() {
        return parameter(EndpointReader.SSL_ROOT_CERT)
                .or(() -> options.find(Options.TRUST))
                .orElse("");
    }

    /** The path that an option names, such as {@link Options#BODY}; empty for no such member. */
    public String memberOf(String option) {
        return options.find(option)
                .filter(path -> !path.equals(Options.NOTHING))
                .orElse("");
    }

    /** The file with our certificate and its key; empty if the province asks for none. */
    public String clientCertificate() {
        return options.find(Options.CLIENT_CERTIFICATE).orElse("");
    }

    /** A parameter of the endpoint; which there may be, its reader has seen to. */
    Optional<String> parameter(String name) {
        String query = Objects.requireNonNullElse(endpoint.getQuery(), "");
        return Stream.of(query.split("&"))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst();
    }

    /** @throws IllegalStateException if the profile has no such transaction; the reader saw to it for the dialect's */
    public Transaction transaction(TransactionKind kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("no transaction " + kind.word()));
    }

    public Optional<Transaction> find(TransactionKind kind) {
        return Optional.ofNullable(transactions.get(kind));
    }

    public Capability capability(TransactionKind kind) {
        return find(kind).map(Transaction::capability).orElse(Capability.NONE);
    }

    /** @throws NullPointerException if the field has no map; the reader saw to it for every field in a layout */
    public CodeMap codes(Field field) {
        return Objects.requireNonNull(codes.get(field), () -> "no codes for " + field.word());
    }

    public Optional<Meaning> meaning(String returnCode) {
        return Optional.ofNullable(returnCodes.get(returnCode));
    }

    /** A code that means that all went well; every profile has one. */
    public String okCode() {
        return returnCodes.entrySet().stream()
                .filter(code -> code.getValue() == Meaning.Plain.OK)
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether an answer with this code has a body to read; what stands in any other is of no account. */
    public boolean meansOk(String returnCode) {
        return returnCodes.get(returnCode) == Meaning.Plain.OK;
    }
}
