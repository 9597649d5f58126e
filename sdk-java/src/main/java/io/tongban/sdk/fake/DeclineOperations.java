package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.decline.Decline;
import io.tongban.api.decline.DeclineCount;
import io.tongban.api.decline.DeclineCounts;
import io.tongban.api.decline.DeclineReport;
import io.tongban.api.problem.ProblemType;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes down declines, and counts those of months that are over, ten or more of one kind. */
final class DeclineOperations {
    private static final String PATH = "/v1/declines";
    private static final int LEAST = 10;
    private static final int COUNTED_FROM_DAY = 2;

    private final List<Kept> declines = new ArrayList<>();
    private final Clock clock;
    private final Ids ids;
    private final Provinces provinces;

    DeclineOperations(Clock clock, Ids ids, Provinces provinces) {
        this.clock = clock;
        this.ids = ids;
        this.provinces = provinces;
    }

    private record Kept(String clientId, Decline decline) {}

    private record Kind(String province, String sector, String reason) {
        static Kind of(Decline decline) {
            return new Kind(
                    decline.province(),
                    decline.sector().name(),
                    decline.reason().name());
        }
    }

    List<Route> routes() {
        return List.of(
                Route.effect("POST", PATH, Scopes.WORKERS_WRITE, 201, this::record),
                Route.read(
                        PATH + "/counts",
                        Scopes.STATUS_READ,
                        request -> counts(request, kept -> kept.clientId().equals(request.clientId()))),
                Route.read("/v1/admin/declines/counts", Scopes.AGENCY_ADMIN, request -> {
                    String province = request.query("province")
                            .orElseThrow(() -> Refused.in(ProblemType.PARAMETER_INVALID, "province"));
                    return counts(request, kept -> kept.decline().province().equals(province));
                }));
    }

    private Decline record(Request request) {
        DeclineReport report = request.body(DeclineReport.class);
        Checks.form(report);
        provinces.known(report.province(), "/province");
        boolean used = declines.stream()
                .anyMatch(each -> each.clientId().equals(request.clientId())
                        && each.decline().partnerReference().equals(report.partnerReference()));
        if (used) {
            throw Refused.at(ProblemType.REFERENCE_USED, "/partnerReference");
        }
        Decline decline = new Decline(
                ids.next("dec_"),
                report.partnerReference(),
                report.province(),
                report.sector(),
                report.reason(),
                clock.instant());
        declines.add(new Kept(request.clientId(), decline));
        return decline;
    }

    private DeclineCounts counts(Request request, Predicate<Kept> whose) {
        YearMonth month = request.query("month")
                .map(YearMonth::parse)
                .orElseThrow(() -> Refused.in(ProblemType.PARAMETER_INVALID, "month"));
        if (clock.instant()
                .isBefore(month.plusMonths(1)
                        .atDay(COUNTED_FROM_DAY)
                        .atStartOfDay(Provinces.SHANGHAI)
                        .toInstant())) {
            throw Refused.in(ProblemType.MONTH_NOT_OVER, "month");
        }
        Map<Kind, List<Kept>> kinds = declines.stream()
                .filter(whose)
                .filter(kept -> YearMonth.from(kept.decline().recordedAt().atZone(Provinces.SHANGHAI))
                        .equals(month))
                .collect(Collectors.groupingBy(kept -> Kind.of(kept.decline())));
        return new DeclineCounts(
                month,
                kinds.values().stream()
                        .filter(DeclineOperations::isTold)
                        .map(DeclineOperations::count)
                        .sorted(Comparator.comparing(DeclineCount::province)
                                .thenComparing(count -> count.sector().name())
                                .thenComparing(count -> count.reason().name()))
                        .toList());
    }

    /** Ten or more, and beside any one partner's own nobody's or ten or more. */
    private static boolean isTold(List<Kept> several) {
        Map<String, Long> byPartner =
                several.stream().collect(Collectors.groupingBy(Kept::clientId, Collectors.counting()));
        long most = byPartner.values().stream().max(Comparator.naturalOrder()).orElse(0L);
        return several.size() >= LEAST && (byPartner.size() == 1 || several.size() - most >= LEAST);
    }

    private static DeclineCount count(List<Kept> several) {
        Decline any = several.get(0).decline();
        return new DeclineCount(any.province(), any.sector(), any.reason(), several.size());
    }
}
