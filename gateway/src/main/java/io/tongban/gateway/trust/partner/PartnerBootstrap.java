package io.tongban.gateway.trust.partner;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.tongban.api.agency.PartnerRegistration;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Registers the partners of a file at start, for a gateway that has no agency yet. Whoever is registered stays as is. */
@ApplicationScoped
class PartnerBootstrap {
    private static final Logger LOG = Logger.getLogger(PartnerBootstrap.class);
    private static final int LOCK = 0x70617274; // "part"

    private final Jdbi jdbi;
    private final PartnerRegister register;
    private final ObjectMapper json;
    private final Optional<Path> file;

    @Inject
    PartnerBootstrap(
            Jdbi jdbi,
            PartnerRegister register,
            ObjectMapper json,
            @ConfigProperty(name = "tongban.bootstrap.partners-file") Optional<Path> file) {
        this.jdbi = jdbi;
        this.register = register;
        this.json = json;
        this.file = file;
    }

    void start(@Observes StartupEvent event) {
        file.ifPresent(this::load);
    }

    private void load(Path path) {
        try {
            PartnerRegistration[] registrations = json.readValue(path.toFile(), PartnerRegistration[].class);
            jdbi.useTransaction(handle -> {
                handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
                for (PartnerRegistration registration : registrations) {
                    registerIfNew(handle, registration);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The partners file cannot be read", e);
        }
        register.changed();
    }

    private void registerIfNew(Handle handle, PartnerRegistration registration) {
        if (PartnerStore.find(handle, registration.clientId()).isPresent()) {
            return;
        }
        try {
            register.register(handle, registration);
            LOG.infof("Registered partner %s", registration.clientId());
        } catch (ProblemException refused) {
            throw new IllegalStateException(
                    "The partners file is wrong at " + registration.clientId() + ": "
                            + refused.detail().orElse(refused.type().code()),
                    refused);
        }
    }
}
