package io.tongban.gateway.contribution.enrolment;

import io.tongban.province.InsuranceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An insurance that is enrolled for once the province has registered the person.
 *
 * @param baseFen whole fen a month; of a grade, by what is known when it is chosen
 * @param grade what was chosen, if it was no base: it is the base of the month that the insurance begins with
 */
public record ChosenInsurance(
        InsuranceKind insurance, long baseFen, @Nullable String grade) {
    /** As a column: no grade has any of its signs. */
    static String write(List<ChosenInsurance> chosen) {
        return chosen.stream()
                .map(each -> each.insurance() + "=" + each.baseFen() + (each.grade() == null ? "" : "/" + each.grade()))
                .collect(Collectors.joining(","));
    }

    static List<ChosenInsurance> read(String column) {
        List<ChosenInsurance> chosen = new ArrayList<>();
        if (!column.isEmpty()) {
            for (String each : column.split(",", -1)) {
                int equals = each.indexOf('=');
                String[] said = each.substring(equals + 1).split("/", 2);
                chosen.add(new ChosenInsurance(
                        new InsuranceKind(each.substring(0, equals)),
                        Long.parseLong(said[0]),
                        said.length == 2 ? said[1] : null));
            }
        }
        return chosen;
    }
}
