package io.tongban.gateway.trust.risk;

import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The agency's rules in the way of effects at counters: one evaluation from memory, with one statement that counts for all
 * rules and nodes together. What is kept back is not counted, for its transaction is rolled back.
 */
@ApplicationScoped
public class RiskCheck {
    /** A payment at a counter. */
    public static final String PAYMENT = "payAtCounter";

    /** Ids of the operations that ask the rules. */
    static final Set<String> ASKED = Set.of(PAYMENT);

    private final RiskRules rules;
    private final Audit audit;
    private final Clock clock;
    private final Jdbi jdbi;

    @Inject
    public RiskCheck(RiskConfig config, Audit audit, Jdbi jdbi, Clock clock) {
        this.rules = config.rules().map(RiskCheck::read).orElseGet(() -> new RiskRules(List.of()));
        this.audit = audit;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    private static RiskRules read(Path file) {
        try {
            return RiskRuleReader.read(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("tongban.risk.rules cannot be read", unreadable);
        }
    }

    /**
     * To be asked last in the effect's transaction: counters are held until it ends.
     *
     * @param isSeconded whether another operator has signed beside; where one has not and a rule asks for one, the agency's
     *     approval of a case does not stand in for it
     * @return what stands in the audit log, so that the decision can be made again: the rule, the shadow rules, the counts, the time
     * @throws ProblemException risk-held or risk-refused, {@link #blocked} opens the case then; {@link SecondPersonNeeded}
     */
    public Map<String, Object> require(Handle handle, RiskFacts facts, boolean isSeconded) {
        Set<RiskCounter> counters = rules.counters(facts);
        Map<RiskCounter, RiskCounter.Count> counts =
                counters.isEmpty() ? Map.of() : RiskCounterStore.add(handle, counters, facts.amountFen());
        RiskDecision decision = rules.decide(facts, counts);
        boolean isApproved = decision.verdict() == RiskVerdict.HOLD && RiskCaseStore.use(handle, facts);
        Map<String, Object> told = told(decision, isApproved, counts, facts);
        if (decision.verdict() != RiskVerdict.ALLOW && !isApproved) {
            throw new RiskBlock(opened(decision, facts), told);
        }
        if (!decision.secondPerson().isEmpty() && !isSeconded) {
            throw new SecondPersonNeeded(decision.secondPerson(), facts, told);
        }
        return told;
    }

    private static Map<String, Object> told(
            RiskDecision decision, boolean isApproved, Map<RiskCounter, RiskCounter.Count> counts, RiskFacts facts) {
        return Map.of(
                "verdict", isApproved ? "APPROVED" : decision.verdict().name(),
                "rule", decision.rule(),
                "secondPerson", decision.secondPerson(),
                "shadow", decision.shadows(),
                "at", facts.at().toInstant().toString(),
                "counts",
                        counts.entrySet().stream()
                                .map(each -> each.getKey().key() + " "
                                        + each.getValue().number() + " "
                                        + each.getValue().fen())
                                .sorted()
                                .toList());
    }

    private RiskCase opened(RiskDecision decision, RiskFacts facts) {
        return new RiskCase(
                Ids.next("rsk_"),
                decision.verdict() == RiskVerdict.HOLD ? RiskCase.State.HELD : RiskCase.State.REFUSED,
                decision.rule(),
                facts.clientId(),
                facts.operation(),
                facts.reference(),
                facts.workerId(),
                facts.mandateId(),
                facts.amountFen(),
                facts.operator(),
                facts.point(),
                clock.instant(),
                null,
                null,
                null);
    }

    /** Opens the case of an effect that was kept back, once its transaction is rolled back. Others are left alone. */
    public void blocked(ProblemException problem) {
        if (problem instanceof RiskBlock block) {
            jdbi.useTransaction(handle -> {
                RiskCase opened = RiskCaseStore.open(handle, block.opened());
                audit.append(
                        handle,
                        AuditEntry.of(
                                new Principal.Operator(opened.clientId(), opened.operator()),
                                opened.state() == RiskCase.State.HELD ? "risk.held" : "risk.refused",
                                opened.id(),
                                block.facts()));
            });
        }
    }
}
