package io.tongban.gateway.counter.operator;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.partner.PartnerAccount;
import io.tongban.gateway.trust.partner.Partners;
import io.tongban.gateway.trust.partner.RegistrableKey;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.PublicJwk;
import io.tongban.signature.Verifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys of banks' people: one of each holds, and none is given twice, so that a signature names one person for
 * good.
 */
@ApplicationScoped
public class OperatorKeys {
    private static final String POINTER = "/publicKey";

    private final Partners partners;
    private final Clock clock;

    @Inject
    public OperatorKeys(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * Lets this key hold from now on; the one that holds may be sent again.
     *
     * @param json null changes nothing
     * @throws ProblemException keys-invalid, or operator-key-used for a key that is or was another's, the bank's program's
     *     among them, or that was replaced
     */
    void put(Handle handle, BankOperator operator, @Nullable Map<String, Object> json) {
        if (json == null) {
            return;
        }
        JWK jwk = RegistrableKey.parse(json, clock.instant(), POINTER);
        OperatorKey key = new OperatorKey(
                operator.clientId(),
                jwk.getKeyID(),
                operator.staffNumber(),
                PublicJwk.thumbprint(jwk),
                jwk,
                clock.instant(),
                null);
        Optional<OperatorKey> holds = inForce(handle, key.clientId(), key.staffNumber());
        if (holds.filter(known ->
                        known.kid().equals(key.kid()) && known.thumbprint().equals(key.thumbprint()))
                .isPresent()) {
            return;
        }
        OperatorKeyStore.retire(handle, key.clientId(), key.staffNumber(), clock.instant());
        if (isOfTheProgram(key) || !OperatorKeyStore.insert(handle, key)) {
            throw new ProblemException(ProblemType.OPERATOR_KEY_USED, null, POINTER);
        }
    }

    /** A person's signature that the program could make by itself would prove nothing. */
    private boolean isOfTheProgram(OperatorKey key) {
        List<JWK> programs = partners.find(key.clientId())
                .map(PartnerAccount::keys)
                .map(keys -> keys.getKeys())
                .orElse(List.of());
        return programs.stream().anyMatch(each -> PublicJwk.thumbprint(each).equals(key.thumbprint()));
    }

    /** The one by which this operator signs now. */
    public Optional<OperatorKey> inForce(Handle handle, String clientId, String staffNumber) {
        return OperatorKeyStore.inForce(handle, clientId, staffNumber);
    }

    /** One that holds or held, by its kid. */
    public Optional<OperatorKey> find(Handle handle, String clientId, String kid) {
        return OperatorKeyStore.find(handle, clientId, kid);
    }

    /** Answers for a keyid by which an operator of this bank must have signed now. */
    public KeyAnswer answer(Handle handle, String clientId, String kid) {
        Optional<OperatorKey> own = find(handle, clientId, kid);
        if (own.isPresent()) {
            return own.get().retiredAt() == null
                    ? new KeyAnswer.Found(Verifier.of(own.get().jwk()))
                    : new KeyAnswer.Unknown();
        }
        return OperatorKeyStore.isKnown(handle, kid) ? new KeyAnswer.Foreign() : new KeyAnswer.Unknown();
    }
}
