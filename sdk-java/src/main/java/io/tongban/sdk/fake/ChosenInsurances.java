package io.tongban.sdk.fake;

import io.tongban.api.change.InsuranceChange;
import io.tongban.api.change.InsuranceChangeKind;
import io.tongban.api.change.InsuranceChangeOrder;
import io.tongban.api.change.InsuranceChangeState;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.worker.Enrolment;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.api.worker.InsuranceChoice;
import io.tongban.api.worker.WorkerRegistration;
import java.time.YearMonth;
import java.util.List;

/** Enrols for what was chosen at a registration, as soon as the province has said yes. */
final class ChosenInsurances implements WorkerOperations.Choices {
    /** Of a grade, of which the fake knows no base: the lowest of Guangdong. */
    private static final long GRADE_BASE_FEN = 551_000;

    private final ChangeBook book;
    private final ChangeOperations changes;
    private final FakeClock clock;
    private final Ids ids;

    ChosenInsurances(ChangeBook book, ChangeOperations changes, FakeClock clock, Ids ids) {
        this.book = book;
        this.changes = changes;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void check(KeptWorker worker, WorkerRegistration said) {
        // A number alone must not tell what others did for the person.
        boolean isKnown =
                worker.shown().enrolments().stream().anyMatch(each -> each.state() == EnrolmentState.ENROLLED);
        List<InsuranceChoice> chosen = said.insurances();
        for (int i = 0; i < chosen.size(); i++) {
            String pointer = "/insurances/" + i;
            String insurance = chosen.get(i).insurance();
            if (chosen.subList(0, i).stream().anyMatch(each -> each.insurance().equals(insurance))) {
                throw Refused.at(ProblemType.FIELD_INVALID, pointer + "/insurance");
            }
            baseFen(chosen.get(i), pointer);
            book.check(
                    isKnown ? worker.person() : "",
                    order("check", said, chosen.get(i)),
                    insurance,
                    book.from(null),
                    pointer + "/insurance");
            if (!Provinces.INSURANCES.contains(insurance)) {
                throw Refused.at(ProblemType.INSURANCE_NOT_OFFERED, pointer + "/insurance");
            }
        }
    }

    @Override
    public void enrolled(KeptWorker worker, Enrolment enrolment, WorkerRegistration said) {
        YearMonth from = book.from(null);
        for (InsuranceChoice choice : said.insurances()) {
            InsuranceChange change = new InsuranceChange(
                    ids.next("chg_"),
                    enrolment.id(),
                    worker.id(),
                    enrolment.province(),
                    InsuranceChangeKind.ENROL,
                    choice.insurance(),
                    from,
                    baseFen(choice, ""),
                    InsuranceChangeState.ACCEPTED,
                    null,
                    null,
                    clock.instant(),
                    null,
                    1);
            try {
                book.check(
                        worker.person(), order(enrolment.id(), said, choice), choice.insurance(), from, "/insurances");
                changes.begin(worker.clientId(), worker, change, null);
            } catch (Refused refused) {
                changes.refused(worker, change, refused.type());
            }
        }
    }

    private static long baseFen(InsuranceChoice choice, String pointer) {
        Long base = choice.baseFen();
        if (base != null && choice.grade() != null) {
            throw Refused.at(ProblemType.GRADE_AND_BASE, pointer + "/grade");
        }
        if (base == null && choice.grade() == null) {
            throw Refused.at(ProblemType.BASE_NEEDED, pointer + "/baseFen");
        }
        return base == null ? GRADE_BASE_FEN : base;
    }

    private static InsuranceChangeOrder order(String reference, WorkerRegistration said, InsuranceChoice choice) {
        return InsuranceChangeOrder.builder()
                .partnerReference(reference)
                .province(said.province())
                .change(InsuranceChangeKind.ENROL)
                .insurances(said.insurances().stream()
                        .map(InsuranceChoice::insurance)
                        .toList())
                .baseFen(baseFen(choice, ""))
                .consentReference(said.consentReference())
                .build();
    }
}
