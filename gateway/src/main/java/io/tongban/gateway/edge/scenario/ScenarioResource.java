package io.tongban.gateway.edge.scenario;

import io.tongban.api.scenario.Scenario;
import io.tongban.api.scenario.ScenarioApi;
import io.tongban.api.scenario.ScenarioList;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** The catalogue over HTTP. */
@ApplicationScoped
class ScenarioResource implements ScenarioApi {
    private final Scenarios scenarios;

    ScenarioResource(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    @Override
    public ScenarioList listScenarios() {
        return new ScenarioList(Stream.concat(
                        scenarios.atTheEdge().stream().map(ScenarioResource::shown),
                        scenarios.atProvinces().stream().map(ScenarioResource::shown))
                .toList());
    }

    private static Scenario shown(EdgeScenario scenario) {
        return new Scenario(scenario.wireName(), scenario.text(), scenario.textZh(), scenario.times(), null);
    }

    /** Its order is made once, whatever is repeated. */
    private static Scenario shown(ProvinceScenario scenario) {
        return new Scenario(scenario.wireName(), scenario.text(), scenario.textZh(), 1, scenario.operations());
    }
}
