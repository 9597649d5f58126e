package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.province.InsuranceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A payout that counts, with its parts by insurance, and with what it is not for.
 *
 * @param revision rises by every change of a part or of what goes back
 */
record PayoutRecord(
        String id,
        String clientId,
        String reference,
        String workerId,
        String mandateId,
        LocalDate paidOn,
        long earnedFen,
        PayoutRequest.Origin origin,
        Instant reportedAt,
        PayoutRequest.@Nullable Kept kept,
        List<Part> parts,
        List<Returned> returns,
        List<LeftOut> leftOut,
        long revision) {
    PayoutRecord {
        parts = List.copyOf(parts);
        returns = List.copyOf(returns);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * What goes back while what else is held stays.
     *
     * @param insurance what it was held for; absent where it never came to count for one
     */
    record Returned(@Nullable InsuranceKind insurance, long amountFen, ProblemType reason, Instant at) {}

    /** An insurance of the mandate of which nothing could be taken. */
    record LeftOut(InsuranceKind insurance, ProblemType reason) {
        /** As it is stored. */
        static String written(List<LeftOut> all) {
            return all.stream()
                    .map(each -> each.insurance.value() + "=" + each.reason.code())
                    .collect(Collectors.joining(","));
        }

        static List<LeftOut> read(String written) {
            return Stream.of(written.split(","))
                    .filter(each -> !each.isEmpty())
                    .map(each -> each.split("=", 2))
                    .map(pair -> new LeftOut(
                            new InsuranceKind(pair[0]),
                            ProblemType.byCode(pair[1]).orElse(ProblemType.RULE_UNKNOWN)))
                    .toList();
        }
    }

    /** Its row was read before what is given here, so that this is never older than its revision. */
    PayoutRecord with(List<Part> itsParts, List<Returned> itsReturns) {
        return new PayoutRecord(
                id,
                clientId,
                reference,
                workerId,
                mandateId,
                paidOn,
                earnedFen,
                origin,
                reportedAt,
                kept,
                itsParts,
                itsReturns,
                leftOut,
                revision);
    }

    long returnFen() {
        return returns.stream().mapToLong(Returned::amountFen).sum();
    }

    /** The last change of anything of it. */
    Instant changedAt() {
        return Stream.concat(
                        parts.stream().flatMap(part -> Stream.ofNullable(part.settledAt())),
                        returns.stream().map(Returned::at))
                .reduce(reportedAt, (one, other) -> one.isAfter(other) ? one : other);
    }

    long holdFen() {
        return parts.stream().mapToLong(Part::amountFen).sum();
    }
}
