package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tongban.sdk.error.TongbanException;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.farside.MutableClock;
import io.tongban.sdk.retry.RetryBudget;
import io.tongban.sdk.transport.Transport;
import io.tongban.sdk.transport.TransportResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever realm, key set and gateway answer, a call ends in its result or in one of the sealed family. */
class HostileAnswersTest {
    private static final String KEY = Keys.p256("k-1").toJSONString();
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "9223372036854775808",
            "1e999",
            "max-age=99999999999",
            "Mon, 99 Foo 2026",
            "sig=()",
            "sig=:AA==:",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "Fri, 31 Dec 999999999 23:59:59 GMT",
            "\u0000",
            "ü",
            "application/json");
    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{}",
            "\"x\"",
            "{\"keys\":null}",
            "{\"keys\":[null,1,{}]}",
            "{\"keys\":{}}",
            "{\"items\":null}",
            "{\"access_token\":\"a\",\"expires_in\":1e999}",
            "{\"access_token\":\"a\",\"expires_in\":9223372036854775807}",
            "{\"access_token\":\"a b\"}",
            "{\"access_token\":7}",
            "{\"error\":[]}",
            "[".repeat(5000),
            "\uFFFF",
            "{\"code\":null,\"status\":\"x\"}",
            "{\"code\":\"c\"}");

    @Provide
    Arbitrary<TransportResponse> answers() {
        Arbitrary<Map<String, List<String>>> fields = Arbitraries.maps(
                        Arbitraries.of(
                                "Date",
                                "Retry-After",
                                "Cache-Control",
                                "Signature",
                                "Signature-Input",
                                "Content-Digest",
                                "Content-Type",
                                "content-type",
                                ""),
                        Arbitraries.of(VALUES).list().ofMaxSize(2))
                .ofMaxSize(5);
        Arbitrary<byte[]> bodies = Arbitraries.oneOf(
                        Arbitraries.of(BODIES), Arbitraries.strings().ofMaxLength(50))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<Integer> statuses = Arbitraries.oneOf(
                Arbitraries.of(200, 200, 200, 401, 408, 429, 503),
                Arbitraries.integers().between(-5, 1000));
        return Combinators.combine(statuses, fields, bodies).as(TransportResponse::new);
    }

    @Property(tries = 2000)
    void endInAResultOrInTheSealedFamily(
            @ForAll("answers") TransportResponse token,
            @ForAll("answers") TransportResponse keys,
            @ForAll("answers") TransportResponse answer)
            throws Exception {
        Throwable thrown = failure(request -> {
            String path = request.uri().getPath();
            return CompletableFuture.completedFuture(
                    path.endsWith("/token") ? token : path.endsWith("jwks.json") ? keys : answer);
        });

        assertThat(thrown).isInstanceOf(TongbanException.class);
        assertThat(serialised((TongbanException) thrown))
                .hasMessage(thrown.getMessage())
                .hasSameClassAs(thrown)
                .satisfies(copy -> assertThat(copy.operation()).isEqualTo("readWithholding"));
    }

    @Property(tries = 20)
    void endThereTooWhenATransportItselfIsBroken(@ForAll boolean returnsNull) {
        assertThat(failure(request -> {
                    if (returnsNull) {
                        return CompletableFuture.completedFuture(null);
                    }
                    throw new IllegalStateException("a fault of the partner's");
                }))
                .isInstanceOf(TongbanException.class)
                .hasMessageNotContaining("partner's");
    }

    private static Throwable failure(Transport transport) {
        try (Tongban tongban = Tongban.builder()
                .baseUrl(URI.create("https://gateway.example"))
                .issuer(URI.create("https://id.example/realms/tongban"))
                .clientId("k")
                .privateKeyJwk(KEY)
                .clock(new MutableClock())
                .retryBudget(RetryBudget.none())
                .transport(transport)
                .build()) {
            return catchThrowable(() -> tongban.withholdings().get("wh_1"));
        }
    }

    private static TongbanException serialised(TongbanException exception) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(octets)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(octets.toByteArray()))) {
            return (TongbanException) in.readObject();
        }
    }
}
