package io.tongban.gateway.contribution.status;

import io.tongban.gateway.contribution.cover.CoverSpan;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.enrolment.InsuranceHistories;
import io.tongban.gateway.contribution.enrolment.InsuranceHistory;
import io.tongban.gateway.contribution.enrolment.InsuredThere;
import io.tongban.gateway.contribution.payout.CollectingMonths;
import io.tongban.gateway.contribution.payout.CollectingMonths.Collecting;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.withholding.PaidMonth;
import io.tongban.gateway.contribution.withholding.WithholdingQueries;
import io.tongban.gateway.contribution.withholding.WithholdingRecord;
import io.tongban.gateway.contribution.worker.KnownWorker;
import io.tongban.gateway.contribution.worker.WorkerService;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.platform.audit.AccessAudit;
import io.tongban.gateway.platform.principal.Principal;
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
    private final CollectingMonths collecting;
    private final ProvincesWords provincesWords;
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
            CollectingMonths collecting,
            ProvincesWords provincesWords,
            ProvinceAdmission provinces,
            ProvinceQuery query,
            Policies policies,
            AccessAudit looks,
            Jdbi jdbi,
            Clock clock) {
        this.workers = workers;
        this.enrolments = enrolments;
        this.withholdings = withholdings;
        this.collecting = collecting;
        this.provincesWords = provincesWords;
        this.provinces = provinces;
        this.query = query;
        this.policies = policies;
        this.looks = looks;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** One insurance in one province. */
    public record Line(
            ProvinceCode province,
            InsuranceKind insurance,
            Covers.Known known,
            List<WithholdingRecord> last,
            List<Collecting> collecting,
            ShownCover.Shown byRule) {}

    /** One insurance in one province, day by day. */
    record CoverLine(ProvinceCode province, InsuranceKind insurance, List<CoverSpan> spans) {}

    /** What the gateway holds of a worker. */
    private record Held(
            String personId,
            List<InsuredThere> insured,
            List<WithholdingRecord> last,
            List<PaidMonth> paid,
            OwnMonths own,
            Map<ProvinceCode, InsuranceHistories> changes) {
        List<WithholdingRecord> lastOf(ProvinceCode province, InsuranceKind insurance) {
            return last.stream()
                    .filter(each ->
                            each.province().equals(province) && each.insurance().equals(insurance))
                    .toList();
        }

        Held withPaid(List<PaidMonth> known) {
            return new Held(personId, insured, last, known, own, changes);
        }

        InsuranceHistory historyOf(ProvinceCode province, InsuranceKind insurance) {
            return changes.getOrDefault(province, InsuranceHistories.NONE).of(insurance);
        }
    }

    public List<Line> read(Principal by, String workerId) {
        Held held = held(by, workerId);
        // No connection is held while the provinces are asked.
        Map<ProvinceCode, ProvinceDetail.Covers> answers = query.ask(held.insured());
        Held known = provincesWords
                .learnt(held.personId(), held.paid(), answers)
                .map(held::withPaid)
                .orElse(held);
        Instant now = clock.instant();
        List<Line> lines = new ArrayList<>();
        for (InsuredThere insured : known.insured()) {
            lines.addAll(lines(insured, known, answers.get(insured.province()), now));
        }
        return lines;
    }

    /** What follows by the rules from what was confirmed to the gateway; no province is asked. */
    List<CoverLine> covers(Principal by, String workerId, CoverDays days) {
        Held held = held(by, workerId);
        return held.insured().stream()
                .flatMap(insured -> insurances(insured.province(), held, null).stream()
                        .map(insurance -> new CoverLine(
                                insured.province(),
                                insurance,
                                shown(insured, insurance, held).spans(days.from(), days.to()))))
                .toList();
    }

    private Held held(Principal by, String workerId) {
        String clientId = by.tenant();
        return jdbi.withHandle(handle -> {
            KnownWorker worker = workers.known(handle, clientId, workerId, null);
            looks.statusRead(handle, by, worker.id());
            return new Held(
                    worker.personId(),
                    enrolments.insuredWhere(handle, workerId),
                    withholdings.lastOf(handle, clientId, workerId, LAST),
                    withholdings.paid(handle, List.of(worker.personId())),
                    new OwnMonths(
                            withholdings.paidThrough(handle, clientId, workerId),
                            collecting.of(handle, clientId, worker.personId())),
                    InsuranceHistories.find(handle, worker.personId()));
        });
    }

    private ShownCover shown(InsuredThere insured, InsuranceKind insurance, Held held) {
        return ShownCover.of(
                policies.book(),
                insured,
                insurance,
                held.paid(),
                held.own(),
                held.historyOf(insured.province(), insurance),
                clock);
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
                        held.own().collecting(province, insurance),
                        shown(insured, insurance, held).outlook(held.own().lastBaseFen(province, insurance))))
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
        held.own().held().stream()
                .filter(each -> each.province().equals(province))
                .forEach(each -> kinds.add(each.insurance()));
        return kinds;
    }
}
