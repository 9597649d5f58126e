package io.tongban.gateway.contribution.quote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.policy.ShippedPolicies;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A quote is never stored, and comes out the same for ever. */
class QuoteReplayTest {
    private static final int QUOTES = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final List<String> PLACES = ShippedPolicies.book().provinces().stream()
            .map(province -> province + "0100")
            .toList();
    private static final List<List<String>> FLEXIBLE =
            List.of(List.of("AAE140:110"), List.of("AAE140:110", "AAE140:310"), List.of("AAE140:310"));
    private static final List<List<String>> RESIDENT =
            List.of(List.of("AAE140:170"), List.of("AAE140:390"), List.of("AAE140:340"));

    @Test
    void isTheSameToTheByteWhateverIsLearnedLater() throws JsonProcessingException {
        PolicyBook later = ShippedPolicies.correctedFrom(Shipped.TODAY.plusDays(3));
        Random random = new Random(20261128);
        int answered = 0;
        int changed = 0;
        for (int i = 0; i < QUOTES; i++) {
            Shipped.Asking asking = asking(random);
            String before = answer(ShippedPolicies.book(), asking.build());
            answered += before.startsWith("{") ? 1 : 0;

            assertThat(answer(later, asking.build())).isEqualTo(before);
            LocalDate afterwards = Shipped.TODAY.plusDays(3);
            changed += answer(later, asking.knownAt(afterwards).build()).equals(before) ? 0 : 1;
        }
        assertThat(answered).as("were answered, and not refused").isGreaterThan(QUOTES / 3);
        assertThat(changed).as("would be other ones by what is known later").isGreaterThan(QUOTES / 3);
    }

    private static Shipped.Asking asking(Random random) {
        boolean resident = random.nextInt(4) == 0;
        List<List<String>> choices = resident ? RESIDENT : FLEXIBLE;
        String[] insurances = choices.get(random.nextInt(choices.size())).toArray(String[]::new);
        return Shipped.question(
                        PLACES.get(random.nextInt(PLACES.size())),
                        resident ? Relation.RESIDENT : Relation.FLEXIBLE,
                        insurances)
                .born(
                        (1968 + random.nextInt(40)) + "-0" + (1 + random.nextInt(9)),
                        random.nextBoolean() ? "MALE" : "FEMALE")
                .months(resident ? 12 : List.of(1, 3, 6, 12).get(random.nextInt(4)))
                .income(random.nextInt(2_000_000))
                .paid(random.nextInt(400))
                .asOf(LocalDate.of(2025, 1, 1).plusDays(random.nextInt(900)));
    }

    private static String answer(PolicyBook book, Question question) throws JsonProcessingException {
        try {
            return JSON.writeValueAsString(QuoteMapper.toWire(QuoteCalculation.of(book, question)));
        } catch (ProblemException refused) {
            return refused.type() + " " + refused.detail() + " " + refused.pointer();
        }
    }
}
