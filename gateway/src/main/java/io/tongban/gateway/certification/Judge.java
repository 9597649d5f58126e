package io.tongban.gateway.certification;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Judges cases, each by what was seen alone. */
final class Judge {
    /** Of each case; those behind them are not looked at, so that a judgement is no work without end. */
    private static final int MOST_TRIES = 100;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    /** Times are kept in milliseconds, rounded down. */
    private static final Duration ROUNDING = Duration.ofMillis(5);

    private Judge() {}

    /** @param over whether nothing more will come */
    static Judgement of(SuiteCase given, Traffic traffic, boolean over) {
        return worst(judgements(given, traffic)
                .map(each -> over ? each.atTheEnd() : each)
                .toList());
    }

    /** A mistake counts wherever it was made, and so does what is open; else it is enough to have done it right once. */
    private static Judgement worst(List<Judgement> all) {
        return Stream.<Predicate<Judgement>>of(Judgement::isFailed, Judgement::isOpen, any -> true)
                .flatMap(wanted -> all.stream().filter(wanted).limit(1))
                .findFirst()
                .orElseGet(Judgement::notSeen);
    }

    private static Stream<Judgement> judgements(SuiteCase given, Traffic traffic) {
        return switch (given.rule()) {
            case DONE -> done(given, traffic).stream();
            case REPEATED -> each(struck(given, traffic, any -> true), traffic, Judge::repeated);
            case WAITED -> each(struck(given, traffic, any -> true), traffic, Judge::waited);
            case NOT_BELIEVED -> each(struck(given, traffic, any -> true), traffic, Judge::notBelieved);
            case TAKEN_FOR_AN_ANSWER -> each(refused(given, traffic), traffic, Judge::takenForAnAnswer);
            case FOLLOWED -> each(struck(given, traffic, Seen::succeeded), traffic, Judge::followed);
            case TOLD -> traffic.eventTaken(1).map(Judgement::taken).stream();
            case TOLD_TWICE -> traffic.eventTaken(2).map(Judgement::taken).stream();
        };
    }

    private static Optional<Judgement> done(SuiteCase given, Traffic traffic) {
        return traffic.requests().stream()
                .filter(given::concerns)
                .filter(Seen::succeeded)
                .findFirst()
                .map(Judgement::passed);
    }

    /** Those that met the scenario, each but once: what is the same again is a repetition. */
    private static Stream<Seen> struck(SuiteCase given, Traffic traffic, Predicate<Seen> as) {
        Map<String, Seen> firsts = new LinkedHashMap<>();
        traffic.requests().stream()
                .filter(given::concerns)
                .filter(request -> given.argument().equals(request.met()))
                .filter(as)
                .forEach(request -> firsts.putIfAbsent(request.request(), request));
        return firsts.values().stream();
    }

    private static Stream<Seen> refused(SuiteCase given, Traffic traffic) {
        return traffic.requests().stream()
                .filter(given::concerns)
                .filter(request -> given.argument().equals(request.code()));
    }

    private static Stream<Judgement> each(
            Stream<Seen> tries, Traffic traffic, BiFunction<Seen, Traffic, Judgement> one) {
        return tries.limit(MOST_TRIES).map(request -> one.apply(request, traffic));
    }

    private static Judgement takenForAnAnswer(Seen refused, Traffic traffic) {
        return traffic.after(refused).stream()
                .filter(refused::asksTheSameAs)
                .findFirst()
                .map(again -> Judgement.failed("It was sent again, though it was refused for good", again))
                .orElseGet(() -> Judgement.passed(refused));
    }

    private static Judgement repeated(Seen struck, Traffic traffic) {
        boolean again = false;
        for (Seen later : traffic.after(struck)) {
            boolean same = struck.isRepeatedBy(later);
            if (struck.key() != null && same && !struck.hasKeyOf(later)) {
                return Judgement.failed("The same request came again under another key", later);
            }
            if (struck.key() != null && !same && struck.hasKeyOf(later)) {
                return Judgement.failed("Another request came under the same key", later);
            }
            if (same && later.succeeded()) {
                return Judgement.passed(later);
            }
            again |= same;
        }
        return Judgement.open(again ? "It never succeeded" : "It was not sent again", struck);
    }

    private static Judgement waited(Seen struck, Traffic traffic) {
        Seen last = struck;
        for (Seen later : traffic.after(struck)) {
            if (struck.isRepeatedBy(later) && struck.hasKeyOf(later)) {
                if (Objects.equals(struck.met(), last.met())
                        && later.at()
                                .isBefore(last.answeredAt().plus(RETRY_AFTER).minus(ROUNDING))) {
                    return Judgement.failed(
                            "It came again after "
                                    + Duration.between(last.answeredAt(), later.at())
                                            .toMillis()
                                    + " ms; Retry-After said 1 s",
                            later);
                }
                last = later;
            }
        }
        return repeated(struck, traffic);
    }

    private static Judgement notBelieved(Seen struck, Traffic traffic) {
        for (Seen later : traffic.after(struck)) {
            if (struck.isRepeatedBy(later)) {
                break;
            }
            if (later.isAbout(struck.subjectId())) {
                return Judgement.failed("What a badly signed answer said was used", later);
            }
        }
        return repeated(struck, traffic);
    }

    private static Judgement followed(Seen ordered, Traffic traffic) {
        for (Seen later : traffic.after(ordered)) {
            if (ordered.asksTheSameAs(later) && !ordered.hasKeyOf(later)) {
                return Judgement.failed("The same order came again under another key", later);
            }
            if (later.method().equals("GET") && later.succeeded() && later.isAbout(ordered.subjectId())) {
                return Judgement.passed(later);
            }
        }
        return Judgement.open("Nobody asked what became of it", ordered);
    }
}
