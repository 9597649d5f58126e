package io.tongban.gateway.certification;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.certification.Judgement.Evidence;
import io.tongban.gateway.certification.Judgement.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs that are right, and the same with one mistake each. */
class JudgeTest {
    private static final String WITHHOLD = "/v1/withholdings";
    private static final String READ = "/v1/withholdings/{withholdingId}";

    private final Program program = new Program();

    @Test
    void passesWhoRepeatsALostAnswerUnderTheSameKey() {
        program.sends("POST", WITHHOLD, "a", "k1", "lost-answer", 0)
                .sends("POST", WITHHOLD, "a", "k1", "lost-answer", 202);

        assertThat(judged(Rule.REPEATED, "lost-answer"))
                .isEqualTo(new Judgement(Verdict.PASSED, null, new Evidence("req_1", "POST" + WITHHOLD + "a"), null));
    }

    @Test
    void failsWhoRepeatsUnderAnotherKey() {
        program.sends("POST", WITHHOLD, "a", "k1", "lost-answer", 0)
                .sends("POST", WITHHOLD, "a", "k2", "lost-answer", 202);

        assertFailed(Rule.REPEATED, "lost-answer", "another key", "req_1");
    }

    @Test
    void failsWhoSendsAnotherRequestUnderTheSameKey() {
        program.sends("POST", WITHHOLD, "a", "k1", "lost-answer", 0).sends("POST", WITHHOLD, "b", "k1", "", 422);

        assertFailed(Rule.REPEATED, "lost-answer", "Another request", "req_1");
    }

    @Test
    void leavesOpenWhoDoesNotRepeatAndFailsItAtTheEnd() {
        program.sends("POST", WITHHOLD, "a", "k1", "lost-answer", 0);

        assertThat(judged(Rule.REPEATED, "lost-answer").verdict()).isEqualTo(Verdict.NOT_SEEN);
        assertThat(atTheEnd(Rule.REPEATED, "lost-answer").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(atTheEnd(Rule.REPEATED, "bad-answer-signature")).isEqualTo(Judgement.notSeen());
    }

    @Test
    void failsAMistakeThoughAnotherTimeItWasRight() {
        program.sends("POST", WITHHOLD, "a", "k1", "lost-answer", 0)
                .sends("POST", WITHHOLD, "a", "k1", "lost-answer", 202)
                .sends("POST", WITHHOLD, "b", "k3", "lost-answer", 0)
                .sends("POST", WITHHOLD, "b", "k4", "lost-answer", 202);

        assertFailed(Rule.REPEATED, "lost-answer", "another key", "req_3");
    }

    @Test
    void passesAReadThatIsRepeated() {
        program.sends("GET", "/v1/provinces", "", null, "lost-answer", 0)
                .sends("GET", "/v1/provinces", "", null, "lost-answer", 200);

        assertThat(judged(Rule.REPEATED, "GET", "/v1/provinces", "lost-answer").verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void passesWhoWaitsAndFailsWhoDoesNot() {
        program.sends("POST", WITHHOLD, "a", "k1", "unavailable-then-ok", 503)
                .sends("POST", WITHHOLD, "a", "k1", "unavailable-then-ok", 503)
                .sends("POST", WITHHOLD, "a", "k1", "unavailable-then-ok", 202);
        assertThat(judged(Rule.WAITED, "unavailable-then-ok").verdict()).isEqualTo(Verdict.PASSED);

        program.sends("POST", WITHHOLD, "b", "k2", "unavailable-then-ok", 503)
                .sends("POST", WITHHOLD, "b", "k2", "unavailable-then-ok", 503, null, null, 990)
                .sends("POST", WITHHOLD, "b", "k2", "unavailable-then-ok", 202);
        assertFailed(Rule.WAITED, "unavailable-then-ok", "after 990 ms", "req_4");
    }

    @Test
    void failsWhoWaitsAndThenTakesAnotherKey() {
        program.sends("POST", WITHHOLD, "a", "k1", "rate-limited", 429)
                .sends("POST", WITHHOLD, "a", "k2", "rate-limited", 202);

        assertFailed(Rule.WAITED, "rate-limited", "another key", "req_1");
    }

    /** The gateway plays a scenario once; whoever still asks for it is answered as usual. */
    @Test
    void countsAScenarioThatWasPlayedAndNoneThatWasAskedFor() {
        program.sends("POST", WITHHOLD, "a", "k1", "rate-limited", 401);
        assertThat(judged(Rule.WAITED, "rate-limited")).isEqualTo(Judgement.notSeen());

        program.sends("GET", "/v1/provinces", "", null, "lost-answer", 0)
                .sends("GET", "/v1/provinces", "", null, "lost-answer", 200)
                .sends("GET", "/v1/provinces", "", null, "lost-answer", 200);
        Traffic second = new Traffic(program.traffic().requests().subList(3, 4), Map.of());
        assertThat(Judge.of(given(Rule.REPEATED, "GET", "/v1/provinces", "lost-answer"), second, true))
                .isEqualTo(Judgement.notSeen());
    }

    @Test
    void takesNoOtherReadForTheRepetitionOfAReadThatWasLost() {
        program.sends("GET", "/v1/provinces", "", null, "lost-answer", 0)
                .sends("GET", "/v1/provinces", "", null, "", 200);
        assertThat(judged(Rule.REPEATED, "GET", "/v1/provinces", "lost-answer").detail())
                .isEqualTo("It was not sent again");

        program.sends("GET", "/v1/provinces", "", null, "lost-answer", 200, null, null, 60_000);
        assertThat(judged(Rule.REPEATED, "GET", "/v1/provinces", "lost-answer").verdict())
                .isEqualTo(Verdict.NOT_SEEN);
    }

    @Test
    void failsWhoDoesNotWaitThoughItDropsTheHeader() {
        program.sends("POST", WITHHOLD, "a", "k1", "rate-limited", 429)
                .sends("POST", WITHHOLD, "a", "k1", "", 202, null, null, 200);

        assertFailed(Rule.WAITED, "rate-limited", "after 200 ms", "req_1");
    }

    /** Only what the scenario refused named a time to wait. */
    @Test
    void asksNobodyToWaitAfterAnotherRefusal() {
        program.sends("POST", WITHHOLD, "a", "k1", "rate-limited", 429)
                .sends("POST", WITHHOLD, "a", "k1", "rate-limited", 401)
                .sends("POST", WITHHOLD, "a", "k1", "rate-limited", 202, null, null, 10);

        assertThat(judged(Rule.WAITED, "rate-limited").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void failsAtTheEndWhatWasLeftOpenThoughAnotherTimeItWasRight() {
        program.sends("POST", WITHHOLD, "a", "k1", "lost-answer", 0)
                .sends("POST", WITHHOLD, "a", "k1", "lost-answer", 202)
                .sends("POST", WITHHOLD, "b", "k2", "lost-answer", 0);
        assertThat(judged(Rule.REPEATED, "lost-answer").detail()).isEqualTo("It was not sent again");
        assertThat(atTheEnd(Rule.REPEATED, "lost-answer").verdict()).isEqualTo(Verdict.FAILED);

        program.sends("POST", WITHHOLD, "b", "k2", "lost-answer", 503);
        assertThat(atTheEnd(Rule.REPEATED, "lost-answer").detail()).isEqualTo("It never succeeded");
    }

    @Test
    void looksAtEachRefusalForGood() {
        program.sends("POST", WITHHOLD, "a", "k1", "", 409, "mandate-revoked", null, 1_500)
                .sends("POST", WITHHOLD, "b", "k2", "", 409, "mandate-revoked", null, 1_500)
                .sends("POST", WITHHOLD, "b", "k3", "", 409, "mandate-revoked", null, 1_500);

        assertFailed(Rule.TAKEN_FOR_AN_ANSWER, "mandate-revoked", "refused for good", "req_2");
    }

    @Test
    void followsAnOrderThatWasRefusedAtFirst() {
        program.sends("POST", WITHHOLD, "a", "k1", "lost-reply", 503)
                .sends("POST", WITHHOLD, "a", "k1", "lost-reply", 202, null, "wh_1", 1_500)
                .sends("GET", READ, "", null, "", 200, null, "wh_1", 1_500);

        assertThat(judged(Rule.FOLLOWED, "lost-reply").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void failsWhoUsesWhatABadlySignedAnswerSaid() {
        program.sends("POST", WITHHOLD, "a", "k1", "bad-answer-signature", 202, null, "wh_1", 1_500)
                .sends("GET", READ, "wh_1", null, "", 200, null, "wh_1", 1_500)
                .sends("POST", WITHHOLD, "a", "k1", "bad-answer-signature", 202, null, "wh_1", 1_500);

        assertFailed(Rule.NOT_BELIEVED, "bad-answer-signature", "badly signed", "req_1");
    }

    @Test
    void passesWhoRepeatsABadlySignedAnswerBeforeItIsUsed() {
        program.sends("POST", WITHHOLD, "a", "k1", "bad-answer-signature", 202, null, "wh_1", 1_500)
                .sends("POST", WITHHOLD, "a", "k1", "bad-answer-signature", 202, null, "wh_1", 1_500)
                .sends("GET", READ, "wh_1", null, "", 200, null, "wh_1", 1_500);

        assertThat(judged(Rule.NOT_BELIEVED, "bad-answer-signature").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void failsWhoSendsAgainWhatWasRefusedForGood() {
        program.sends("POST", WITHHOLD, "a", "k1", "", 409, "mandate-revoked", null, 1_500);
        assertThat(judged(Rule.TAKEN_FOR_AN_ANSWER, "mandate-revoked").verdict())
                .isEqualTo(Verdict.PASSED);

        program.sends("POST", WITHHOLD, "a", "k2", "", 409, "mandate-revoked", null, 1_500);
        assertFailed(Rule.TAKEN_FOR_AN_ANSWER, "mandate-revoked", "refused for good", "req_1");
    }

    @Test
    void passesWhoAsksWhatBecameOfAnOrderAndFailsWhoOrdersItAgain() {
        program.sends("POST", WITHHOLD, "a", "k1", "lost-reply", 202, null, "wh_1", 1_500);
        assertThat(judged(Rule.FOLLOWED, "lost-reply").verdict()).isEqualTo(Verdict.NOT_SEEN);
        assertThat(atTheEnd(Rule.FOLLOWED, "lost-reply").verdict()).isEqualTo(Verdict.FAILED);

        program.sends("GET", READ, "wh_1", null, "", 200, null, "wh_1", 1_500);
        assertThat(judged(Rule.FOLLOWED, "lost-reply").verdict()).isEqualTo(Verdict.PASSED);

        program.sends("POST", WITHHOLD, "b", "k2", "lost-reply", 202, null, "wh_2", 1_500)
                .sends("POST", WITHHOLD, "b", "k3", "lost-reply", 409, "reference-used", null, 1_500);
        assertFailed(Rule.FOLLOWED, "lost-reply", "another key", "req_3");
    }

    @Test
    void countsEventsByHowOftenTheSameOneWasTaken() {
        assertThat(taken(Rule.TOLD, Map.of())).isEqualTo(Verdict.NOT_SEEN);
        assertThat(taken(Rule.TOLD, Map.of("evt_1", 1))).isEqualTo(Verdict.PASSED);
        assertThat(taken(Rule.TOLD_TWICE, Map.of("evt_1", 1, "evt_2", 1))).isEqualTo(Verdict.NOT_SEEN);
        assertThat(taken(Rule.TOLD_TWICE, Map.of("evt_1", 2))).isEqualTo(Verdict.PASSED);
    }

    /** What is not in the suite's request, or met another scenario, says nothing of a case. */
    @Test
    void seesNothingInOtherRequests() {
        program.sends("POST", "/v1/workers", "a", "k1", "lost-answer", 0)
                .sends("POST", WITHHOLD, "b", "k2", "rate-limited", 429)
                .sends("POST", WITHHOLD, "b", "k2", "rate-limited", 202);

        assertThat(judged(Rule.REPEATED, "lost-answer")).isEqualTo(Judgement.notSeen());
        assertThat(judged(Rule.DONE, "").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judged(Rule.DONE, "GET", READ, "").verdict()).isEqualTo(Verdict.NOT_SEEN);
    }

    @Test
    void aSuiteHasCasesOfEveryRuleEachByItsOwnName() {
        Suite suite = Suite.shipped(Suite.PLATFORM);

        assertThat(suite.version()).isEqualTo("1");
        assertThat(suite.cases()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(suite.cases()).extracting(SuiteCase::name).doesNotHaveDuplicates();
        assertThat(suite.cases()).extracting(SuiteCase::rule).contains(Rule.values());
        assertThat(suite.cases()).allSatisfy(each -> {
            assertThat(each.title()).isNotBlank();
            assertThat(each.titleZh()).isNotBlank();
        });
    }

    private static Verdict taken(Rule rule, Map<String, Integer> taken) {
        return Judge.of(given(rule, "", "", ""), new Traffic(List.of(), taken), true)
                .verdict();
    }

    private Judgement judged(Rule rule, String argument) {
        return judged(rule, "POST", WITHHOLD, argument);
    }

    private Judgement judged(Rule rule, String method, String route, String argument) {
        return Judge.of(given(rule, method, route, argument), program.traffic(), false);
    }

    private Judgement atTheEnd(Rule rule, String argument) {
        return Judge.of(given(rule, "POST", WITHHOLD, argument), program.traffic(), true);
    }

    private static SuiteCase given(Rule rule, String method, String route, String argument) {
        return new SuiteCase("case", rule, method, route, argument, "title", "标题");
    }

    private void assertFailed(Rule rule, String argument, String why, String request) {
        Judgement judged = judged(rule, argument);
        assertThat(judged.verdict()).as(judged.toString()).isEqualTo(Verdict.FAILED);
        assertThat(judged.detail()).contains(why);
        assertThat(judged.request()).extracting(Evidence::id).isEqualTo(request);
    }
}
