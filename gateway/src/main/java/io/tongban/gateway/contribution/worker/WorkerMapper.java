package io.tongban.gateway.contribution.worker;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.problem.Refusal;
import io.tongban.api.webhook.EventType;
import io.tongban.api.worker.Enrolment;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.platform.problem.References;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand.Place;
import java.time.LocalDate;

/** Between the contract's records and ours. */
final class WorkerMapper {
    private WorkerMapper() {}

    /** Checks citizen number and name; {@code today} is the day in Asia/Shanghai. */
    static Registration fromWire(WorkerRegistration wire, LocalDate today) {
        if (!References.saysSomething(wire.consentReference())) {
            throw new ProblemException(ProblemType.REFERENCE_SAYS_NOTHING, null, "/consentReference");
        }
        return new Registration(
                wire.partnerReference(),
                CitizenNumber.parse(wire.citizenNumber(), today),
                PersonName.of(wire.name()),
                wire.mobile(),
                new ProvinceCode(wire.province()),
                Place.valueOf(wire.place().name()),
                wire.sector(),
                wire.consentReference(),
                wire.insurances().stream()
                        .map(each -> new InsuranceChoices.Wish(
                                new InsuranceKind(each.insurance()), each.baseFen(), each.grade()))
                        .toList());
    }

    static Worker toWire(WorkerView view) {
        return new Worker(
                view.id(),
                view.reference(),
                view.citizenNumberMasked(),
                view.nameMasked(),
                view.mobileMasked(),
                view.enrolments().stream().map(WorkerMapper::toWire).toList(),
                view.createdAt(),
                view.revision());
    }

    private static Enrolment toWire(PersonEnrolment enrolment) {
        return new Enrolment(
                enrolment.id(),
                enrolment.province().value(),
                InsuredPlace.valueOf(enrolment.place().name()),
                EnrolmentState.valueOf(enrolment.state().name()),
                enrolment.refusal() == null ? null : Refusal.of(enrolment.refusal()),
                enrolment.updatedAt(),
                enrolment.revision());
    }

    static EventType eventOf(PersonEnrolment.State state) {
        return switch (state) {
            case ENROLLED -> EventType.WORKER_ENROLLED;
            case REFUSED -> EventType.WORKER_REFUSED;
            case AWAITING_REVIEW -> EventType.ENROLMENT_AWAITING_REVIEW;
            case PENDING -> throw new IllegalArgumentException("no event tells of a pending enrolment");
        };
    }
}
