package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dvectors.write=true} writes the file anew, when the profile was changed on purpose. */
class ProfileVectorsTest {

    private static final String ABOUT = "Tongban's profile of RFC 9421 and RFC 9530; openapi/SIGNING.md explains it."
            + " 'cases' verify and 'refusals' do not, at the time 'now' (seconds since the epoch), with the keys under"
            + " 'keys': a request is signed by 'partner', a response or webhook by 'gateway'; keys of 'otherPartner'"
            + " exist but belong to another client. Fields hold each line as [name, value]; bodies are UTF-8. Where"
            + " 'deterministic' is true a signer reproduces 'signature', otherwise it can only be verified.";
    private static final Duration TOLERANCE = Duration.ofSeconds(60);
    private static final VectorFile FILE = file();

    private static VectorFile file() {
        if (Boolean.getBoolean("vectors.write")) {
            made().write();
            // Once more: now that a signature that differs each time is on record, whatever quotes it does so, too.
            made().write();
        }
        return VectorFile.read().orElseThrow();
    }

    private static VectorFile made() {
        return new VectorFile(
                ABOUT,
                Forge.NOW.getEpochSecond(),
                TOLERANCE.toSeconds(),
                TestKeys.JSON,
                VectorCases.all(),
                VectorRefusals.all());
    }

    @Test
    void theShippedFileIsWhatTheProfileMakes() throws IOException {
        assertThat(Files.readString(VectorFile.PATH)).isEqualTo(made().json());
    }

    @Test
    void everyFailureHasItsVectors() {
        assertThat(FILE.refusals().stream().map(VectorFile.Refusal::failure))
                .containsAll(
                        Arrays.stream(SignatureFailure.values()).map(Enum::name).toList());
    }

    @Test
    void noTwoVectorsShareAName() {
        List<String> names = Stream.concat(
                        FILE.cases().stream().map(VectorFile.Case::name),
                        FILE.refusals().stream().map(VectorFile.Refusal::name))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void verifies(String name, VectorFile.Case vector) {
        Verification outcome = outcome(vector.kind(), vector.request(), vector.response());

        assertThat(outcome).isInstanceOf(Verification.Verified.class);
        assertThat(((Verification.Verified) outcome).keyid()).isEqualTo(vector.keyid());
    }

    static Stream<Arguments> verifies() {
        return FILE.cases().stream().map(vector -> Arguments.of(vector.name(), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String name, VectorFile.Refusal vector) {
        Verification outcome = outcome(vector.kind(), vector.request(), vector.response());

        assertThat(outcome).isInstanceOfSatisfying(Verification.Rejected.class, rejected -> {
            assertThat(rejected.reason().name()).as(rejected.detail()).isEqualTo(vector.failure());
            assertThat(rejected.reason().code()).isEqualTo(vector.code());
            assertThat(PrintableAscii.is(rejected.detail())).isTrue();
        });
    }

    static Stream<Arguments> refuses() {
        return FILE.refusals().stream().map(vector -> Arguments.of(vector.name(), vector));
    }

    private static Verification outcome(VectorFile.Kind kind, VectorRequest request, VectorResponse response) {
        return switch (kind) {
            case request ->
                new RequestVerifier(VectorCases.CLOCK).verify(request.message(), request.octets(), TestKeys.PARTNERS);
            case response ->
                new ResponseVerifier(VectorCases.CLOCK, TOLERANCE)
                        .verify(response.message(request), response.octets(), TestKeys.GATEWAYS);
            case webhook ->
                new WebhookVerifier(VectorCases.CLOCK, TOLERANCE)
                        .verify(request.message(), request.octets(), TestKeys.GATEWAYS);
        };
    }
}
