package io.tongban.gateway.counter.approval;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.operator.OperatorKey;
import io.tongban.gateway.counter.operator.OperatorKeys;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.signature.OperatorSignature;
import io.tongban.signature.OperatorSignature.Role;
import io.tongban.signature.OperatorVerifier;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.SignatureFailure;
import io.tongban.signature.SignatureRefusedException;
import io.tongban.signature.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** What operators signed of a request, verified by the keys that their bank registered. */
@ApplicationScoped
public class Signatures {
    private final OperatorKeys keys;
    private final OperatorVerifier verifier;

    @Inject
    public Signatures(OperatorKeys keys, Clock clock) {
        this.keys = keys;
        this.verifier = new OperatorVerifier(clock);
    }

    /**
     * Whose signature stands there in this role.
     *
     * @throws ProblemException with what is wrong with the signature; second-person-foreign for a checker of another bank
     */
    Approval.Signed verified(Handle handle, String clientId, Role role, RequestMessage message, byte[] body) {
        Verification outcome = verifier.verify(role, message, body, keyid -> keys.answer(handle, clientId, keyid));
        if (outcome instanceof Verification.Rejected rejected) {
            throw refused(role, rejected.reason(), rejected.detail());
        }
        OperatorSignature signature = of(message, role);
        OperatorKey key = keys.find(handle, clientId, signature.keyid()).orElseThrow();
        return new Approval.Signed(key.staffNumber(), signature);
    }

    /** @throws ProblemException where there is none that can be read */
    static OperatorSignature of(RequestMessage message, Role role) {
        try {
            return OperatorSignature.of(message.fields(), role);
        } catch (SignatureRefusedException refused) {
            throw refused(role, refused.reason(), refused.detail());
        }
    }

    private static ProblemException refused(Role role, SignatureFailure reason, String detail) {
        ProblemType type = reason == SignatureFailure.KEY_FOREIGN && role == Role.CHECKER
                ? ProblemType.SECOND_PERSON_FOREIGN
                : ProblemType.byCode(reason.code()).orElse(ProblemType.SIGNATURE_INVALID);
        return new ProblemException(type, "Signature " + role.label() + ": " + detail);
    }
}
