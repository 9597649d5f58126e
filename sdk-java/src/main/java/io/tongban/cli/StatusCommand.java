package io.tongban.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.province.Province;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.key.GatewayKeys;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does it work from here: realm, gateway, signature, provinces. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows whether realm and gateway answer, whether your signature is taken, and how provinces are.")
final class StatusCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ProfileOptions options = new ProfileOptions();

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Profile profile = options.profile(console.home());
        try (GatewayLink link = GatewayLink.open(profile, console.clock());
                Tongban client = link.client()) {
            GatewayKeys keys = GatewayKeys.parse(new String(link.publishedKeys(), UTF_8));
            console.result("gateway   " + profile.baseUrl() + ", " + keys.size() + " keys published");
            link.token();
            console.result("realm     " + profile.issuer() + " gives tokens to " + profile.clientId());
            for (Province province : client.provinces().list()) {
                console.result("province  " + line(province));
            }
            console.result("signature taken, and the answer's holds");
            return ExitCodes.DONE;
        }
    }

    private static String line(Province province) {
        return province.code() + " " + province.nameEn() + " " + province.nameZh() + ": " + province.state() + ", "
                + (province.open() ? "open" : "closed") + ", " + province.health() + ", waiting "
                + province.waiting();
    }
}
