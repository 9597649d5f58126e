package io.tongban.gateway.console;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment;
import io.tongban.gateway.contribution.status.Covers;
import io.tongban.gateway.counter.point.Point;

/** States in the words of a counter. */
final class Words {
    private Words() {}

    static Notice enrolment(PersonEnrolment.State state) {
        return switch (state) {
            case PENDING -> new Notice("登记办理中", "Registration in progress");
            case AWAITING_REVIEW -> new Notice("登记待人工核实", "Registration under manual review");
            case ENROLLED -> new Notice("已登记", "Registered");
            case REFUSED -> new Notice("登记未通过", "Registration refused");
        };
    }

    static Notice paying(Covers.State state) {
        return switch (state) {
            case PAYING -> new Notice("正常缴费", "Paying");
            case SUSPENDED -> new Notice("暂停缴费", "Suspended");
            case ENDED -> new Notice("终止缴费", "Ended");
            case NONE -> new Notice("无缴费记录", "No payments on record");
        };
    }

    static Notice service(Point.Service service) {
        return switch (service) {
            case REGISTER -> new Notice("参保登记", "Register");
            case ENROL -> new Notice("参保", "Enrol");
            case MANDATE -> new Notice("授权", "Mandate");
            case PAY -> new Notice("缴费", "Pay");
            case STATUS -> new Notice("查询", "Status");
            case REVIEW -> new Notice("人工核实", "Review");
        };
    }

    /** What happened, and what to do. */
    static Notice of(ProblemType problem) {
        return new Notice(problem.titleZh() + "。" + problem.adviceZh(), problem.title() + ". " + problem.advice());
    }
}
