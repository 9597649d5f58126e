package io.tongban.gateway.trust.partner;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.jwk.JWK;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.Verifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The partner register, as requests read it. What changes in it is in force at once at the node that changed it and
 * within five seconds at every other.
 */
@ApplicationScoped
public class Partners {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final RecentReads<String, Optional<RegisteredKeys>> partners;
    private final RecentReads<String, Optional<String>> owners;

    /** Judging a key, an RSA modulus above all, costs more than verifying with it; what it is never changes. */
    private final LoadingCache<JWK, Verifier> verifiers =
            Caffeine.newBuilder().maximumSize(MOST).build(Verifier::of);

    @Inject
    public Partners(Jdbi jdbi) {
        this.partners = new RecentReads<>(
                FRESH,
                MOST,
                clientId -> jdbi.withHandle(handle -> PartnerStore.find(handle, clientId))
                        .map(partner -> RegisteredKeys.of(partner, verifiers::get)));
        this.owners =
                new RecentReads<>(FRESH, MOST, kid -> jdbi.withHandle(handle -> PartnerStore.ownerOf(handle, kid)));
    }

    public Optional<PartnerAccount> find(String clientId) {
        return partners.of(clientId).map(RegisteredKeys::partner);
    }

    /** Answers for a keyid that came with a token of this client. */
    public KeyAnswer key(String clientId, String keyid) {
        Optional<Verifier> verifier =
                partners.of(clientId).map(registered -> registered.verifiers().get(keyid));
        if (verifier.isPresent()) {
            return new KeyAnswer.Found(verifier.get());
        }
        return owners.of(keyid).filter(owner -> !owner.equals(clientId)).isPresent()
                ? new KeyAnswer.Foreign()
                : new KeyAnswer.Unknown();
    }

    /** Forgets what is cached; called after a change was committed. */
    void forget() {
        partners.forget();
        owners.forget();
    }
}
