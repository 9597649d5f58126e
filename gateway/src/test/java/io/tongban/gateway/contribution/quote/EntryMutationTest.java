package io.tongban.gateway.contribution.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.ShippedPolicies;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.dated.DataFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whichever entry of the policies is lost, shifted or says something else, a case of {@code cases.tsv} is no longer right. */
class EntryMutationTest {
    private static final List<List<String>> CASES = RuleCase.all();

    @Test
    void everyLostEntryIsMissed() {
        assertThat(unseen(entry -> Stream.empty())).isEmpty();
    }

    @Test
    void everyShiftedEntryIsSeen() {
        assertThat(unseen(entry -> Stream.of(ShippedPolicies.shifted(entry, 1))))
                .isEmpty();
        assertThat(unseen(entry -> Stream.of(ShippedPolicies.shifted(entry, -1))))
                .isEmpty();
    }

    @Test
    void everyChangedEntryIsSeen() {
        assertThat(unseen(entry -> Stream.of(ShippedPolicies.announced(entry)))).isEmpty();
    }

    private static List<String> unseen(Function<PolicyEntry, Stream<PolicyEntry>> mutation) {
        List<PolicyEntry> shipped = ShippedPolicies.book().entries();
        List<String> unseen = new ArrayList<>();
        for (PolicyEntry entry : shipped) {
            List<PolicyEntry> mutated = shipped.stream()
                    .flatMap(each -> each == entry ? mutation.apply(each) : Stream.of(each))
                    .toList();
            if (!isSeen(mutated)) {
                unseen.add(entry.id());
            }
        }
        return unseen;
    }

    private static boolean isSeen(List<PolicyEntry> mutated) {
        PolicyBook book;
        try {
            book = ShippedPolicies.of(mutated);
        } catch (DataFileException refusedAtTheStart) {
            return true;
        }
        RuleCase cases = new RuleCase(book);
        return CASES.stream().anyMatch(row -> !isRight(cases, row));
    }

    private static boolean isRight(RuleCase cases, List<String> row) {
        try {
            cases.check(row);
            return true;
        } catch (AssertionError | ProblemException | NoSuchElementException wrong) {
            return false;
        }
    }
}
