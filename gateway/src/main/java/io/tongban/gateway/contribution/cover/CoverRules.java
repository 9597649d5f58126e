package io.tongban.gateway.contribution.cover;

import io.tongban.gateway.contribution.cover.MonthRules.Counted;
import io.tongban.gateway.contribution.cover.MonthRules.Kind;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.RuleKey;
import io.tongban.gateway.contribution.policy.RuleValue;
import io.tongban.gateway.contribution.policy.Stated;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of cover of one insurance in one province, as known on one day. Keeps what it has looked up: for one thread. */
public final class CoverRules {
    /** As what one can be insured through the gateway. */
    private static final List<Relation> RELATIONS =
            List.of(Relation.FLEXIBLE, Relation.RESIDENT, Relation.PLATFORM_PAID);

    private final PolicyBook book;
    private final String province;
    private final String insurance;
    private final LocalDate knownAt;
    private final Map<YearMonth, MonthRules> found = new HashMap<>();

    public CoverRules(PolicyBook book, String province, String insurance, LocalDate knownAt) {
        this.book = book;
        this.province = province;
        this.insurance = insurance;
        this.knownAt = knownAt;
    }

    public String insurance() {
        return insurance;
    }

    public String province() {
        return province;
    }

    /** As what a person has the insurance; empty where no rule of cover says so. */
    public Optional<Relation> relation(YearMonth month) {
        return RELATIONS.stream()
                .filter(relation -> cover(relation, month.atDay(1)).isPresent())
                .findFirst();
    }

    /** Whether it is paid by the year. */
    public boolean isYearly(YearMonth month) {
        return at(month).yearly();
    }

    MonthRules at(YearMonth month) {
        return found.computeIfAbsent(month, this::lookedUp);
    }

    private MonthRules lookedUp(YearMonth month) {
        LocalDate day = month.atDay(1);
        Optional<Relation> relation = relation(month);
        Optional<PolicyEntry> cover = relation.flatMap(as -> cover(as, day));
        String as = relation.map(Relation::name).orElse("");
        return new MonthRules(
                cover,
                cover.map(CoverRules::kind).orElse(Kind.UNKNOWN),
                isYearly(as, day),
                relation.filter(Relation.PLATFORM_PAID::equals).isPresent(),
                count(Rule.CUT_OFF_DAY, as, day),
                count(Rule.GAP_WITHOUT_WAITING, as, day),
                count(Rule.WAITING_MONTHS, as, day),
                count(Rule.WAITING_MONTHS_AT_MOST, as, day),
                count(Rule.WAITING_MONTHS_PER_MISSED_YEAR, as, day));
    }

    private Optional<PolicyEntry> cover(Relation relation, LocalDate day) {
        return entry(new RuleKey(Rule.COVER, insurance, relation.name(), "", ""), day)
                .filter(entry -> kind(entry) != Kind.UNKNOWN)
                // The country says what platforms pay, each province since when.
                .filter(entry -> relation != Relation.PLATFORM_PAID
                        || entry(new RuleKey(Rule.BASIS, insurance, relation.name(), "", ""), day)
                                .filter(basis -> basis.stated() instanceof Stated.Value)
                                .isPresent());
    }

    private static Kind kind(PolicyEntry entry) {
        if (entry.stated() instanceof Stated.Value value && value.value() instanceof RuleValue.Word word) {
            for (Kind kind : Kind.values()) {
                if (kind.name().equals(word.word())) {
                    return kind;
                }
            }
        }
        return Kind.UNKNOWN;
    }

    private boolean isYearly(String relation, LocalDate day) {
        return List.of(Rule.ANNUAL_CONTRIBUTION, Rule.GRADE).stream()
                .anyMatch(rule -> !book.variants(province, new RuleKey(rule, insurance, relation, "", ""), day, knownAt)
                        .isEmpty());
    }

    /** What is said of the insurance as one has it, else of the insurance, else of all. */
    private Optional<Counted> count(Rule rule, String relation, LocalDate day) {
        return entry(new RuleKey(rule, insurance, relation, "", ""), day)
                .or(() -> entry(new RuleKey(rule, insurance, "", "", ""), day))
                .or(() -> entry(new RuleKey(rule, "", "", "", ""), day))
                .flatMap(CoverRules::counted);
    }

    private static Optional<Counted> counted(PolicyEntry entry) {
        return entry.stated() instanceof Stated.Value value && value.value() instanceof RuleValue.Count count
                ? Optional.of(new Counted(count.number(), entry))
                : Optional.empty();
    }

    private Optional<PolicyEntry> entry(RuleKey key, LocalDate day) {
        return book.find(province, key, day, knownAt).standing();
    }
}
