package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.policy.ShippedPolicies;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shipped policies, and questions about a rider born in 1996. */
final class Shipped {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private Shipped() {}

    static PolicyBook book() {
        return ShippedPolicies.book();
    }

    static Asking question(String division, Relation relation, String... insurances) {
        return new Asking(division, relation, List.of(insurances));
    }

    static final class Asking {
        private final String division;
        private final Relation relation;
        private final List<String> insurances;
        private YearMonth birth = YearMonth.of(1996, 4);
        private String sex = "MALE";
        private int months = 1;
        private @Nullable String grade;
        private @Nullable Long baseFen;
        private @Nullable Long incomeFen;
        private @Nullable Integer paidMonths;
        private LocalDate asOf = TODAY;
        private LocalDate knownAt = TODAY;

        private Asking(String division, Relation relation, List<String> insurances) {
            this.division = division;
            this.relation = relation;
            this.insurances = insurances;
        }

        Asking born(String month, String personsSex) {
            birth = YearMonth.parse(month);
            sex = personsSex;
            return this;
        }

        Asking months(int number) {
            months = number;
            return this;
        }

        Asking grade(@Nullable String name) {
            grade = name;
            return this;
        }

        Asking base(long fen) {
            baseFen = fen;
            return this;
        }

        Asking income(long fen) {
            incomeFen = fen;
            return this;
        }

        Asking paid(int number) {
            paidMonths = number;
            return this;
        }

        Asking asOf(LocalDate day) {
            asOf = day;
            return this;
        }

        Asking knownAt(LocalDate day) {
            knownAt = day;
            return this;
        }

        Question build() {
            return new Question(
                    division,
                    "/workPlace",
                    birth,
                    sex,
                    relation,
                    insurances,
                    months,
                    grade,
                    baseFen,
                    incomeFen,
                    paidMonths,
                    asOf,
                    knownAt);
        }
    }
}
