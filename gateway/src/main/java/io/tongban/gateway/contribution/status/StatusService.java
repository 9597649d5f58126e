package io.tongban.gateway.contribution.status;

import io.tongban.gateway.contribution.cover.CoverSpan;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.enrolment.InsuredThere;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.withholding.PaidMonth;
import io.tongban.gateway.contribution.withholding.WithholdingQueries;
import io.tongban.gateway.contribution.withholding.WithholdingRecord;
import io.tongban.gateway.contribution.worker.KnownWorker;
import io.tongban.gateway.contribution.worker.WorkerService;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.platform.audit.AccessAudit;
import io.tongban.gateway.platform.audit.AccessAudit.Look;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Puts together what provinces say and what the gateway knows of a worker. */
@ApplicationScoped
public class StatusService {
    private static final int LAST = 5;

    private final WorkerService workers;
    private final EnrolmentService enrolments;
    private final WithholdingQueries withholdings;
    private final ProvinceAdmission provinces;
    private final ProvinceQuery query;
    private final Policies policies;
    private final AccessAudit looks;
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public StatusService(
            WorkerService workers,
            EnrolmentService enrolments,
            WithholdingQueries withholdings,
            ProvinceAdmission provinces,
            ProvinceQuery query,
            Policies policies,
            AccessAudit looks,
            Jdbi jdbi,
            Clock clock) {
        this.workers = workers;
        this.enrolments = enrolments;
        this.withholdings = withholdings;
        this.provinces = provinces;
        this.query = query;
        this.policies = policies;
        this.looks = looks;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** One insurance in one province. */
    record Line(
            ProvinceCode province,
            InsuranceKind insurance,
            Covers.Known known,
            List<WithholdingRecord> last,
            ShownCover.Shown byRule) {}

    /** One insurance in one province, day by day. */
    record CoverLine(ProvinceCode province, InsuranceKind insurance, List<CoverSpan> spans) {}

    /** What the gateway holds of a worker. */
    private record Held(
            List<InsuredThere> insured, List<WithholdingRecord> last, List<PaidMonth> paid, List<PaidMonth> own) {
        List<WithholdingRecord> lastOf(ProvinceCode province, InsuranceKind insurance) {
            return last.stream()
                    .filter(each ->
                            each.province().equals(province) && each.insurance().equals(insurance))
                    .toList();
        }

        @Nullable
        Long baseOf(ProvinceCode province, InsuranceKind insurance) {
            return lastOf(province, insurance).stream()
                    .findFirst()
                    .map(WithholdingRecord::baseFen)
                    .orElse(null);
        }
    }

    List<Line> read(String clientId, String workerId) {
        Held held = held(clientId, workerId);
        // No connection is held while the provinces are asked.
        Map<ProvinceCode, ProvinceDetail.Covers> answers = query.ask(held.insured());
        Instant now = clock.instant();
        List<Line> lines = new ArrayList<>();
        for (InsuredThere insured : held.insured()) {
            lines.addAll(lines(insured, held, answers.get(insured.province()), now));
        }
        return lines;
    }

    /** What follows by the rules from what was confirmed to the gateway; no province is asked. */
    List<CoverLine> covers(String clientId, String workerId, CoverDays days) {
        Held held = held(clientId, workerId);
        return held.insured().stream()
                .flatMap(insured -> insurances(insured.province(), held, null).stream()
                        .map(insurance -> new CoverLine(
                                insured.province(),
                                insurance,
                                shown(insured, insurance, held).spans(days.from(), days.to()))))
                .toList();
    }

    private Held held(String clientId, String workerId) {
        return jdbi.withHandle(handle -> {
            KnownWorker worker = workers.known(handle, clientId, workerId, null);
            looks.looked(handle, clientId, Look.STATUS_READ, worker.id());
            return new Held(
                    enrolments.insuredWhere(handle, workerId),
                    withholdings.lastOf(handle, clientId, workerId, LAST),
                    withholdings.paid(handle, worker.personId()),
                    withholdings.paidThrough(handle, clientId, workerId));
        });
    }

    private ShownCover shown(InsuredThere insured, InsuranceKind insurance, Held held) {
        return ShownCover.of(policies.book(), insured, insurance, held.paid(), held.own(), clock);
    }

    private List<Line> lines(InsuredThere insured, Held held, ProvinceDetail.@Nullable Covers answer, Instant now) {
        ProvinceCode province = insured.province();
        return insurances(province, held, answer).stream()
                .map(insurance -> new Line(
                        province,
                        insurance,
                        answer == null
                                ? Covers.byGateway(held.paid(), province, insurance, insured.since(), Covers.due(clock))
                                : Covers.byProvince(answer, insurance, now),
                        held.lastOf(province, insurance),
                        shown(insured, insurance, held).outlook(held.baseOf(province, insurance))))
                .toList();
    }

    /** What the province offers, what it speaks of, and what was withheld for. */
    private Set<InsuranceKind> insurances(ProvinceCode province, Held held, ProvinceDetail.@Nullable Covers answer) {
        Set<InsuranceKind> kinds = new TreeSet<>(Comparator.comparing(InsuranceKind::value));
        provinces.find(province).map(ProvinceFacts::insurances).ifPresent(kinds::addAll);
        if (answer != null) {
            answer.covers().forEach(cover -> kinds.add(cover.insurance()));
        }
        held.last().stream()
                .filter(each -> each.province().equals(province))
                .forEach(each -> kinds.add(each.insurance()));
        return kinds;
    }
}
