package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.MandateRevocation;
import io.tongban.api.mandate.MandateState;
import io.tongban.api.mandate.PayoutTerms;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.worker.EnrolmentState;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records mandates, and keeps withholdings within them. */
final class MandateOperations {
    private static final String PATH = "/v1/mandates";
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private static final int SIGNED_WITHIN_MONTHS = 24;

    /** Ten times the highest contribution of a month anywhere, near enough: the gateway's figure is dated. */
    private static final long MOST_CAP_FEN = 8_000_000;

    private final Map<String, Kept> mandates = new LinkedHashMap<>();
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private final FakeClock clock;
    private final Ids ids;
    private final WorkerOperations workers;
    private final Provinces provinces;

    MandateOperations(FakeClock clock, Ids ids, WorkerOperations workers, Provinces provinces) {
        this.clock = clock;
        this.ids = ids;
        this.workers = workers;
        this.provinces = provinces;
    }

    private record Kept(String clientId, Instant signedAt, Mandate mandate) {}

    List<Route> routes() {
        return List.of(
                Route.effect("POST", PATH, Scopes.MANDATES_WRITE, 201, this::create),
                Route.read(PATH + "/{mandateId}", Scopes.MANDATES_READ, this::read),
                Route.effect("POST", PATH + "/{mandateId}/revocation", Scopes.MANDATES_WRITE, 200, this::revoke));
    }

    private Mandate create(Request request) {
        MandateGrant grant = request.body(MandateGrant.class);
        Checks.form(grant);
        boolean used = mandates.values().stream()
                .anyMatch(each -> each.clientId().equals(request.clientId())
                        && each.mandate().partnerReference().equals(grant.partnerReference()));
        if (used) {
            throw Refused.at(ProblemType.REFERENCE_USED, "/partnerReference");
        }
        KeptWorker worker = workers.known(request.clientId(), grant.workerId(), "/workerId");
        provinces.known(grant.province(), "/province");
        if (worker.at(grant.province())
                .filter(each -> each.state() != EnrolmentState.REFUSED)
                .isEmpty()) {
            throw Refused.at(ProblemType.WORKER_NOT_REGISTERED_THERE, "/province");
        }
        List<String> insurances = List.copyOf(new LinkedHashSet<>(grant.insurances()));
        insurances.stream()
                .filter(each -> !Provinces.INSURANCES.contains(each))
                .findFirst()
                .ifPresent(each -> {
                    throw Refused.at(ProblemType.INSURANCE_NOT_OFFERED, "/insurances/" + insurances.indexOf(each));
                });
        checkBounds(grant);
        Mandate mandate = new Mandate(
                ids.next("mdt_"),
                grant.partnerReference(),
                grant.workerId(),
                grant.province(),
                insurances,
                grant.capFen(),
                grant.validFrom(),
                grant.validTo(),
                said(grant.payouts()),
                MandateState.ACTIVE,
                clock.instant(),
                null,
                1);
        mandates.put(mandate.id(), new Kept(request.clientId(), grant.signedAt(), mandate));
        return mandate;
    }

    private void checkBounds(MandateGrant grant) {
        Instant now = clock.instant();
        if (grant.signedAt().isBefore(EARLIEST) || grant.signedAt().isAfter(now.plus(CLOCK_DIFFERENCE))) {
            throw Refused.at(ProblemType.MANDATE_PERIOD_INVALID, "/signedAt");
        }
        @Nullable YearMonth validTo = grant.validTo();
        if (validTo != null && validTo.isBefore(grant.validFrom())) {
            throw Refused.at(ProblemType.MANDATE_PERIOD_INVALID, "/validTo");
        }
        if (grant.signedAt()
                .isBefore(now.atZone(Provinces.SHANGHAI)
                        .minusMonths(SIGNED_WITHIN_MONTHS)
                        .toInstant())) {
            throw Refused.at(ProblemType.MANDATE_SIGNED_TOO_LONG_AGO, "/signedAt");
        }
        if (grant.capFen() > MOST_CAP_FEN) {
            throw Refused.at(ProblemType.MANDATE_CAP_TOO_HIGH, "/capFen");
        }
        if (!References.saySomething(grant.agreementReference())) {
            throw Refused.at(ProblemType.REFERENCE_SAYS_NOTHING, "/agreementReference");
        }
    }

    /** Whether it makes up is said of every mandate, also where the grant left it out. */
    private static @Nullable PayoutTerms said(@Nullable PayoutTerms granted) {
        return granted == null
                ? null
                : granted.toBuilder()
                        .makesUp(Boolean.TRUE.equals(granted.makesUp()))
                        .build();
    }

    private Mandate read(Request request) {
        return kept(request.clientId(), request.path("mandateId"))
                .orElseThrow(() -> Refused.with(ProblemType.MANDATE_NOT_FOUND))
                .mandate();
    }

    private Mandate revoke(Request request) {
        Kept kept = kept(request.clientId(), request.path("mandateId"))
                .orElseThrow(() -> Refused.with(ProblemType.MANDATE_NOT_FOUND));
        Instant revokedAt = request.body(MandateRevocation.class).revokedAt();
        Mandate before = kept.mandate();
        if (before.state() == MandateState.REVOKED) {
            throw Refused.with(ProblemType.MANDATE_REVOKED);
        }
        if (revokedAt.isBefore(kept.signedAt())
                || revokedAt.isAfter(clock.instant().plus(CLOCK_DIFFERENCE))) {
            throw Refused.at(ProblemType.MANDATE_REVOCATION_INVALID, "/revokedAt");
        }
        Mandate revoked = new Mandate(
                before.id(),
                before.partnerReference(),
                before.workerId(),
                before.province(),
                before.insurances(),
                before.capFen(),
                before.validFrom(),
                before.validTo(),
                before.payouts(),
                MandateState.REVOKED,
                before.createdAt(),
                revokedAt,
                before.revision() + 1);
        mandates.put(revoked.id(), new Kept(kept.clientId(), kept.signedAt(), revoked));
        listeners.forEach(listener -> listener.accept(revoked.id()));
        return revoked;
    }

    /** @param listener hears the ids of those that are taken back */
    void whenRevoked(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** The least that the person said of all platforms in mandates that cover the month; any amount where nothing was said. */
    long limitFen(String person, YearMonth period) {
        return mandates.values().stream()
                .filter(each -> each.mandate().state() == MandateState.ACTIVE)
                .filter(each -> covers(each.mandate(), period))
                .filter(each -> workers.known(each.clientId(), each.mandate().workerId(), "/workerId")
                        .person()
                        .equals(person))
                .flatMap(each -> Stream.ofNullable(each.mandate().payouts()))
                .flatMap(terms -> Stream.ofNullable(terms.limitFen()))
                .mapToLong(Long::longValue)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static boolean covers(Mandate mandate, YearMonth period) {
        @Nullable YearMonth validTo = mandate.validTo();
        return !period.isBefore(mandate.validFrom()) && (validTo == null || !period.isAfter(validTo));
    }

    private Optional<Kept> kept(String clientId, String mandateId) {
        return Optional.ofNullable(mandates.get(mandateId))
                .filter(each -> each.clientId().equals(clientId));
    }

    /** The mandate, if it allows payouts for the month. */
    Mandate permitting(String clientId, String mandateId, String workerId, YearMonth period, String pointer) {
        Mandate mandate = kept(clientId, mandateId)
                .orElseThrow(() -> Refused.at(ProblemType.MANDATE_NOT_FOUND, pointer + "/mandateId"))
                .mandate();
        if (!mandate.workerId().equals(workerId)) {
            throw Refused.at(ProblemType.MANDATE_OF_ANOTHER_WORKER, pointer + "/mandateId");
        }
        if (mandate.state() == MandateState.REVOKED) {
            throw Refused.at(ProblemType.MANDATE_REVOKED, pointer + "/mandateId");
        }
        if (!covers(mandate, period)) {
            throw Refused.at(ProblemType.MANDATE_NOT_COVERING, pointer + "/paidOn");
        }
        return mandate;
    }

    /** The mandate, if it allows the withholding. */
    Mandate permitting(
            String clientId, String mandateId, String workerId, String insurance, YearMonth period, long amountFen) {
        Mandate mandate = kept(clientId, mandateId)
                .orElseThrow(() -> Refused.at(ProblemType.MANDATE_NOT_FOUND, "/mandateId"))
                .mandate();
        if (!mandate.workerId().equals(workerId)) {
            throw Refused.at(ProblemType.MANDATE_OF_ANOTHER_WORKER, "/mandateId");
        }
        if (mandate.state() == MandateState.REVOKED) {
            throw Refused.at(ProblemType.MANDATE_REVOKED, "/mandateId");
        }
        if (!mandate.insurances().contains(insurance)) {
            throw Refused.at(ProblemType.MANDATE_NOT_COVERING, "/insurance");
        }
        if (!covers(mandate, period)) {
            throw Refused.at(ProblemType.MANDATE_NOT_COVERING, "/period");
        }
        if (amountFen > mandate.capFen()) {
            throw Refused.at(ProblemType.MANDATE_CAP_EXCEEDED, "/amountFen");
        }
        return mandate;
    }
}
