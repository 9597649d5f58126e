package io.tongban.gateway.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The partner register. What changes in it is in force at every node within seconds. */
@ApplicationScoped
public class Partners {
    public Optional<PartnerAccount> find(String clientId) {
        throw new UnsupportedOperationException();
    }
}
