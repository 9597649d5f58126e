package io.tongban.gateway.counter.point;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.partner.PartnerRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes points from a file, row by row; what is wrong with one row does not keep out the others. */
@ApplicationScoped
public class PointImport {
    private final PartnerRegister partners;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public PointImport(PartnerRegister partners, Audit audit, Clock clock) {
        this.partners = partners;
        this.audit = audit;
        this.clock = clock;
    }

    enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /** @param row its number; the head is row 1 */
    record Verdict(
            int row,
            @Nullable String reference,
            Outcome outcome,
            @Nullable RowRefused refusal) {}

    /** @throws ProblemException service-point-owner or csv-head */
    List<Verdict> take(Handle handle, Principal by, String owner, List<String> lines) {
        requireOwner(handle, owner);
        PointFile.requireHead(lines);
        List<List<String>> rows = lines.stream()
                .skip(1)
                .map(line -> PointFile.fields(line).orElse(List.of()))
                .toList();
        // Before anything is looked at: another import of the same points waits.
        long revision = PointStore.nextRevision(handle);
        Map<String, Point> known = known(handle, owner, rows);
        Map<String, Point> changed = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            verdicts.add(verdict(i + 2, owner, rows.get(i), known, changed, seen));
        }
        PointStore.save(handle, changed.values(), revision, clock.instant());
        audit.append(handle, new AuditEntry(by, owner, "service-points.imported", owner, facts(verdicts, changed)));
        return verdicts;
    }

    private void requireOwner(Handle handle, String owner) {
        boolean known = partners.all(handle).stream()
                .anyMatch(each -> each.clientId().equals(owner) && PointMapper.runsPoints(each));
        if (!known) {
            throw new ProblemException(ProblemType.SERVICE_POINT_OWNER, null, "/owner");
        }
    }

    private static Map<String, Point> known(Handle handle, String owner, List<List<String>> rows) {
        Set<String> references = new HashSet<>();
        rows.forEach(row -> Stream.of(row.stream().limit(2).toList())
                .flatMap(List::stream)
                .filter(each -> !each.isEmpty())
                .forEach(references::add));
        return PointStore.ofOwner(handle, owner, references);
    }

    private static Verdict verdict(
            int number,
            String owner,
            List<String> row,
            Map<String, Point> known,
            Map<String, Point> changed,
            Set<String> seen) {
        String reference = PointRow.reference(row).orElse(null);
        try {
            Point point = PointRow.read(Ids.next("svp_"), owner, row);
            if (!seen.add(point.reference())) {
                throw new RowRefused(RowRefused.Cause.TWICE, "reference");
            }
            requireParent(point, known);
            Point before = known.get(point.reference());
            Point after = before == null ? point : point.withId(before.id());
            if (after.equals(before)) {
                return new Verdict(number, reference, Outcome.UNCHANGED, null);
            }
            known.put(after.reference(), after);
            changed.put(after.reference(), after);
            return new Verdict(number, reference, before == null ? Outcome.ADDED : Outcome.CHANGED, null);
        } catch (RowRefused refused) {
            return new Verdict(number, reference, Outcome.REFUSED, refused);
        }
    }

    /** A counter has a branch; all else may have one. */
    private static void requireParent(Point point, Map<String, Point> known) throws RowRefused {
        if (point.parent() == null) {
            if (point.kind() == Point.Kind.COUNTER) {
                throw new RowRefused(RowRefused.Cause.PARENT, "parent");
            }
            return;
        }
        Point parent = known.get(point.parent());
        if (parent == null
                || parent.kind() != Point.Kind.BRANCH
                || point.parent().equals(point.reference())) {
            throw new RowRefused(RowRefused.Cause.PARENT, "parent");
        }
    }

    private static Map<String, Object> facts(List<Verdict> verdicts, Map<String, Point> changed) {
        return Map.of(
                "rows", verdicts.size(),
                "refused",
                        (int) verdicts.stream()
                                .filter(each -> each.outcome() == Outcome.REFUSED)
                                .count(),
                "changed", List.copyOf(changed.keySet()));
    }
}
