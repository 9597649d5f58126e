package io.tongban.gateway.contribution.worker;

import io.tongban.gateway.contribution.enrolment.ChosenInsurance;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Judges what a worker who is to be registered chose. */
public interface InsuranceChoices {
    /**
     * On a base or in a grade.
     *
     * @param baseFen whole fen a month
     */
    record Wish(
            InsuranceKind insurance,
            @Nullable Long baseFen,
            @Nullable String grade) {}

    /**
     * @param isKnown whether a province has said already that the partner has this person; else what others did for the
     *     person is not looked at: a number alone must not tell it
     * @throws io.tongban.gateway.platform.problem.ProblemException of what cannot be enrolled for, at its place in {@code /insurances}
     */
    List<ChosenInsurance> check(
            Handle handle, KnownWorker worker, boolean isKnown, ProvinceCode province, Birth birth, List<Wish> wishes);
}
