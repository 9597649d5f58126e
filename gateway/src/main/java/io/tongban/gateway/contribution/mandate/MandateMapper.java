package io.tongban.gateway.contribution.mandate;

import static java.util.stream.Collectors.toCollection;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.MandateState;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** Between the contract's records and ours. */
final class MandateMapper {
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private MandateMapper() {}

    static Grant fromWire(MandateGrant wire) {
        return new Grant(
                wire.partnerReference(),
                wire.workerId(),
                new ProvinceCode(wire.province()),
                wire.insurances().stream().map(InsuranceKind::new).collect(toCollection(LinkedHashSet::new)),
                wire.capFen(),
                month(wire.validFrom(), "/validFrom"),
                wire.validTo() == null ? null : month(wire.validTo(), "/validTo"),
                wire.signedAt(),
                wire.agreementReference(),
                fromWire(wire.payouts()));
    }

    private static @Nullable PayoutTerms fromWire(io.tongban.api.mandate.@Nullable PayoutTerms wire) {
        return wire == null
                ? null
                : new PayoutTerms(
                        wire.baseFen(),
                        wire.sharePercent(),
                        wire.payoutPercent(),
                        Boolean.TRUE.equals(wire.makesUp()),
                        wire.floorFen() == null ? 0 : wire.floorFen(),
                        wire.limitFen());
    }

    private static io.tongban.api.mandate.@Nullable PayoutTerms toWire(@Nullable PayoutTerms terms) {
        if (terms == null) {
            return null;
        }
        return io.tongban.api.mandate.PayoutTerms.builder()
                .baseFen(terms.baseFen())
                .sharePercent(terms.sharePercent())
                .payoutPercent(terms.payoutPercent())
                .makesUp(terms.makesUp())
                .floorFen(terms.floorFen() == 0 ? null : terms.floorFen())
                .limitFen(terms.limitFen())
                .build();
    }

    /** The parser of {@link YearMonth} also takes years of other lengths. */
    private static YearMonth month(YearMonth month, String pointer) {
        if (month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR) {
            throw new ProblemException(ProblemType.FIELD_INVALID, "The year has four digits", pointer);
        }
        return month;
    }

    static Mandate toWire(RecordedMandate mandate) {
        return new Mandate(
                mandate.id(),
                mandate.reference(),
                mandate.workerId(),
                mandate.province().value(),
                mandate.insurances().stream().map(InsuranceKind::value).toList(),
                mandate.capFen(),
                mandate.validFrom(),
                mandate.validTo(),
                toWire(mandate.payouts()),
                mandate.revokedAt() == null ? MandateState.ACTIVE : MandateState.REVOKED,
                mandate.createdAt(),
                mandate.revokedAt(),
                mandate.revision());
    }
}
