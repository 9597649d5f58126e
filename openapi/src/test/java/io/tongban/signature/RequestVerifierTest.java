package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestVerifierTest {

    private final List<String> asked = new ArrayList<>();
    private final KeyLookup keys = keyid -> {
        asked.add(keyid);
        return TestKeys.PARTNERS.find(keyid);
    };

    @Test
    void asksForTheKeyOnce() {
        verify(VectorCases.CLOCK, VectorRefusals.withhold());

        assertThat(asked).containsExactly("partner-ed25519");
    }

    @Test
    void asksForNoKeyWhenTheFieldsAreEnoughToRefuse() {
        verify(VectorCases.CLOCK, VectorMessages.withhold());
        verify(VectorCases.CLOCK, VectorRefusals.edited("Signature-Input", input -> input.replace("created", "made")));
        verify(Clock.offset(VectorCases.CLOCK, Duration.ofSeconds(61)), VectorRefusals.withhold());

        assertThat(asked).isEmpty();
    }

    @Test
    void tellsWhoSignedWhenAndWithWhichNonce() {
        assertThat(verify(VectorCases.CLOCK, VectorRefusals.withhold()))
                .isEqualTo(new Verification.Verified(
                        "partner-ed25519", Forge.nonce("withhold-ed25519"), VectorCases.CLOCK.instant()));
    }

    @Test
    void keepsItsDetailsShort() {
        VectorRequest verbose = VectorRefusals.edited(
                "Signature-Input", input -> input.replace("\"@method\"", "\"@method\" \"" + "a".repeat(5_000) + "\""));

        assertThat(verify(VectorCases.CLOCK, verbose))
                .isInstanceOfSatisfying(
                        Verification.Rejected.class,
                        rejected -> assertThat(rejected.detail()).hasSize(200));
    }

    private Verification verify(Clock clock, VectorRequest request) {
        return new RequestVerifier(clock).verify(request.message(), request.octets(), keys);
    }
}
