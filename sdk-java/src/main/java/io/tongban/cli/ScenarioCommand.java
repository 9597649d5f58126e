package io.tongban.cli;

import io.tongban.api.scenario.Scenario;
import io.tongban.sdk.Tongban;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What can be tried. */
@Command(name = "scenario", mixinStandardHelpOptions = true, description = "Shows what can be tried in the sandbox.")
final class ScenarioCommand {
    private final Console console;

    ScenarioCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Lists what a request meets that bears the field Tongban-Scenario, such as",
                "call POST /v1/withholdings -H 'Tongban-Scenario: lost-reply' …"
            })
    int list(@Mixin ProfileOptions options) throws IOException {
        try (GatewayLink link = GatewayLink.open(options.profile(console.home()), console.clock());
                Tongban client = link.client()) {
            List<Scenario> offered = client.scenarios().list();
            offered.forEach(this::show);
            if (offered.isEmpty()) {
                console.remark("This gateway plays none.");
            }
        }
        return ExitCodes.DONE;
    }

    private void show(Scenario scenario) {
        console.result(String.format("%-24s %s", scenario.name(), scenario.description()));
        List<String> operations = scenario.operations();
        if (operations != null) {
            console.result(String.format("%-24s for %s", "", String.join(", ", operations)));
        }
    }
}
