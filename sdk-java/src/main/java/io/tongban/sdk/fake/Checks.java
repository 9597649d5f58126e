package io.tongban.sdk.fake;

import io.tongban.api.Patterns;
import io.tongban.api.advice.AdviceRequest;
import io.tongban.api.change.CorrectionOrder;
import io.tongban.api.change.InsuranceChangeOrder;
import io.tongban.api.decline.DeclineReport;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.payout.HeldUnder;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.worker.InsuranceChoice;
import io.tongban.api.worker.WorkerRegistration;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the contract says of single fields. */
final class Checks {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final LocalDate FIRST_BIRTH_DATE = LocalDate.of(1900, 1, 1);

    private static final int MOST_INSURANCES = 9;

    private Checks() {}

    static void form(WorkerRegistration said) {
        matches(said.partnerReference(), Patterns.REFERENCE, "/partnerReference");
        matches(said.citizenNumber(), Patterns.CITIZEN_NUMBER, "/citizenNumber");
        matches(said.name(), Patterns.NAME, "/name");
        matches(said.mobile(), Patterns.MOBILE, "/mobile");
        matches(said.province(), Patterns.PROVINCE, "/province");
        matches(said.sector(), Patterns.LINE_40, "/sector");
        matches(said.consentReference(), Patterns.REFERENCE, "/consentReference");
        if (said.insurances().size() > MOST_INSURANCES) {
            throw Refused.at(ProblemType.FIELD_INVALID, "/insurances");
        }
        for (int i = 0; i < said.insurances().size(); i++) {
            InsuranceChoice choice = said.insurances().get(i);
            matches(choice.insurance(), Patterns.INSURANCE, "/insurances/" + i + "/insurance");
            matches(choice.grade(), Patterns.GRADE, "/insurances/" + i + "/grade");
            Long base = choice.baseFen();
            if (base != null) {
                fen(base, "/insurances/" + i + "/baseFen");
            }
        }
    }

    static void form(MandateGrant said) {
        matches(said.partnerReference(), Patterns.REFERENCE, "/partnerReference");
        matches(said.workerId(), Patterns.WORKER_ID, "/workerId");
        matches(said.province(), Patterns.PROVINCE, "/province");
        for (int i = 0; i < said.insurances().size(); i++) {
            matches(said.insurances().get(i), Patterns.INSURANCE, "/insurances/" + i);
        }
        fen(said.capFen(), "/capFen");
        matches(said.agreementReference(), Patterns.REFERENCE, "/agreementReference");
    }

    static void form(WithholdingOrder said) {
        matches(said.partnerReference(), Patterns.REFERENCE, "/partnerReference");
        matches(said.workerId(), Patterns.WORKER_ID, "/workerId");
        matches(said.mandateId(), Patterns.MANDATE_ID, "/mandateId");
        matches(said.insurance(), Patterns.INSURANCE, "/insurance");
        fen(said.baseFen(), "/baseFen");
        if (said.amountFen() <= 0) {
            throw Refused.at(ProblemType.AMOUNT_NOT_POSITIVE, "/amountFen");
        }
        fen(said.amountFen(), "/amountFen");
    }

    static void form(InsuranceChangeOrder said) {
        matches(said.partnerReference(), Patterns.REFERENCE, "/partnerReference");
        matches(said.province(), Patterns.PROVINCE, "/province");
        if (said.insurances().isEmpty() || said.insurances().size() > MOST_INSURANCES) {
            throw Refused.at(ProblemType.FIELD_INVALID, "/insurances");
        }
        for (int i = 0; i < said.insurances().size(); i++) {
            matches(said.insurances().get(i), Patterns.INSURANCE, "/insurances/" + i);
        }
        Long base = said.baseFen();
        if (base != null) {
            fen(base, "/baseFen");
        }
        matches(said.consentReference(), Patterns.REFERENCE, "/consentReference");
    }

    static void form(CorrectionOrder said) {
        matches(said.partnerReference(), Patterns.REFERENCE, "/partnerReference");
        matches(said.province(), Patterns.PROVINCE, "/province");
        matches(said.name(), Patterns.NAME, "/name");
        matches(said.mobile(), Patterns.MOBILE, "/mobile");
        matches(said.consentReference(), Patterns.REFERENCE, "/consentReference");
    }

    static void form(PayoutOrder said, String pointer) {
        matches(said.partnerReference(), Patterns.REFERENCE, pointer + "/partnerReference");
        matches(said.workerId(), Patterns.WORKER_ID, pointer + "/workerId");
        matches(said.mandateId(), Patterns.MANDATE_ID, pointer + "/mandateId");
        matches(said.paidOn(), Patterns.DATE, pointer + "/paidOn");
        HeldUnder held = said.heldUnder();
        if (held != null) {
            matches(held.instructionId(), Patterns.INSTRUCTION_ID, pointer + "/heldUnder/instructionId");
            // By wire it may be missing, whatever its builder says.
            @Nullable Long fen = held.heldFen();
            if (fen == null) {
                throw Refused.at(ProblemType.FIELD_MISSING, pointer + "/heldUnder/heldFen");
            }
            if (fen < 0 || fen > Patterns.MOST_FEN) {
                throw Refused.at(ProblemType.FIELD_INVALID, pointer + "/heldUnder/heldFen");
            }
        }
    }

    static void form(DeclineReport said) {
        matches(said.partnerReference(), Patterns.REFERENCE, "/partnerReference");
        matches(said.province(), Patterns.PROVINCE, "/province");
    }

    static void form(AdviceRequest said) {
        matches(said.household(), Patterns.DIVISION, "/household");
        matches(said.workPlace(), Patterns.DIVISION, "/workPlace");
        @Nullable List<String> held = said.held();
        for (int i = 0; held != null && i < held.size(); i++) {
            matches(held.get(i), Patterns.INSURANCE, "/held/" + i);
        }
    }

    static void matches(@Nullable String value, String pattern, String pointer) {
        if (value != null && !Pattern.matches(pattern, value)) {
            throw Refused.at(ProblemType.FIELD_INVALID, pointer);
        }
    }

    private static void fen(long value, String pointer) {
        if (value < 1 || value > Patterns.MOST_FEN) {
            throw Refused.at(ProblemType.FIELD_INVALID, pointer);
        }
    }

    /** GB 11643, in the gateway's order: region, birth date, check character. */
    static void citizenNumber(String number, LocalDate today) {
        String pointer = "/citizenNumber";
        if (!Provinces.isRegion(number.substring(0, 2))) {
            throw Refused.at(ProblemType.CITIZEN_NUMBER_REGION, pointer);
        }
        if (!hasBirthDate(number, today)) {
            throw Refused.at(ProblemType.CITIZEN_NUMBER_BIRTH_DATE, pointer);
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        if (number.charAt(17) != CHECK_CHARACTERS.charAt(sum % 11)) {
            throw Refused.at(ProblemType.CITIZEN_NUMBER_CHECKSUM, pointer);
        }
    }

    private static boolean hasBirthDate(String number, LocalDate today) {
        try {
            LocalDate birth = LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
            return !birth.isBefore(FIRST_BIRTH_DATE) && !birth.isAfter(today);
        } catch (DateTimeException noDate) {
            return false;
        }
    }
}
