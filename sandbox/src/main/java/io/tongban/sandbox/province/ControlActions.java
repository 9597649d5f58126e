package io.tongban.sandbox.province;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked of the control server. */
final class ControlActions {
    private final List<Simulator> simulators;

    ControlActions(List<Simulator> simulators) {
        this.simulators = List.copyOf(simulators);
    }

    ControlAnswer perform(String method, URI uri, byte[] body) {
        String[] path = uri.getPath().split("/", -1);
        if (path.length < 2 || path.length > 4 || !path[1].equals("provinces")) {
            return notFound();
        }
        if (path.length == 2) {
            return method.equals("GET")
                    ? ControlAnswer.ok(simulators.stream().map(ProvinceView::of).toList())
                    : notAllowed();
        }
        Optional<Simulator> simulator = simulators.stream()
                .filter(known -> known.provinceCode().equals(path[2]))
                .findFirst();
        if (simulator.isEmpty()) {
            return notFound();
        }
        try {
            return perform(simulator.get(), method + " " + (path.length == 4 ? path[3] : ""), uri, body);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return ControlAnswer.error(400, "not understood; see sandbox/docs/simulators.md");
        }
    }

    private static ControlAnswer perform(Simulator simulator, String action, URI uri, byte[] body) throws IOException {
        Query query = Query.of(uri);
        switch (action) {
            case "PUT latency" ->
                ControlAnswer.JSON.readValue(body, LatencyCommand.class).apply(simulator.faults());
            case "PUT late" ->
                ControlAnswer.JSON.readValue(body, LateCommand.class).apply(simulator.faults());
            case "POST faults" ->
                ControlAnswer.JSON.readValue(body, FaultCommand.class).apply(simulator.faults());
            case "POST scenarios" -> {
                ScenarioCommand command = ControlAnswer.JSON.readValue(body, ScenarioCommand.class);
                Scenario scenario = Scenario.named(command.scenario()).orElseThrow(IllegalArgumentException::new);
                if (!simulator.knownScenarios().contains(scenario)) {
                    return ControlAnswer.error(409, "its dialect cannot");
                }
                simulator.faults().scenarios().add(command.serial(), scenario);
            }
            case "DELETE faults" -> clear(simulator.faults(), query.value("fault"));
            case "GET ledger" -> {
                return ControlAnswer.ok(Map.of("bookings", simulator.ledger().bookings(query.bookingFilter())));
            }
            case "GET properties" -> {
                return ControlAnswer.ok(simulator.properties());
            }
            case "GET " -> {}
            default -> {
                return action.matches("[A-Z]+ (|latency|late|faults|scenarios|ledger|properties)")
                        ? notAllowed()
                        : notFound();
            }
        }
        return ControlAnswer.ok(ProvinceView.of(simulator));
    }

    private static void clear(Faults faults, @Nullable String fault) {
        if (fault == null) {
            faults.clear();
        } else {
            faults.clear(Fault.valueOf(fault));
        }
    }

    private static ControlAnswer notFound() {
        return ControlAnswer.error(404, "no such province or action");
    }

    private static ControlAnswer notAllowed() {
        return ControlAnswer.error(405, "not with this method");
    }

    record LatencyCommand(long fixedMillis, long jitterMillis) {
        void apply(Faults faults) {
            faults.latency(Duration.ofMillis(fixedMillis), Duration.ofMillis(jitterMillis));
        }
    }

    record LateCommand(long millis) {
        void apply(Faults faults) {
            faults.late(Duration.ofMillis(millis));
        }
    }

    /** For the order that will bear this serial. */
    record ScenarioCommand(String serial, String scenario) {
        ScenarioCommand {
            if (serial == null || scenario == null || !serial.matches("[0-9A-Z]{1,40}")) {
                throw new IllegalArgumentException("a serial, and a scenario");
            }
        }
    }

    /** Either {@code next} calls or a {@code probability}. */
    record FaultCommand(
            Fault fault,
            @Nullable Integer next,
            @Nullable Double probability,
            @Nullable Transaction transaction) {
        void apply(Faults faults) {
            if (fault == null || (next == null) == (probability == null)) {
                throw new IllegalArgumentException("a fault, and either next or probability");
            }
            if (next != null) {
                faults.add(fault, FaultOrder.counted(next, transaction));
            } else if (probability != null) {
                faults.add(fault, FaultOrder.likely(probability, transaction));
            }
        }
    }
}
