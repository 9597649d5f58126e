package io.tongban.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes down who calls and where, once it was seen to work. */
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        description = "Remembers base URL, issuer, client id and where the private key lies; asks for a token first.")
final class LoginCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ProfileOptions options = new ProfileOptions();

    @Option(names = "--offline", description = "Writes the profile without asking anybody.")
    private boolean offline;

    LoginCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Profile profile = options.profile(console.home());
        try (GatewayLink link = GatewayLink.open(profile, console.clock())) {
            if (!offline) {
                link.token();
                PrivateFiles.replace(Profile.gatewayKeys(console.home(), options.name()), link.publishedKeys());
            }
            profile.write(console.home(), options.name());
        }
        console.result("Profile " + options.name() + ": " + profile.clientId() + " at " + profile.baseUrl()
                + (offline ? "" : "; the realm gave a token, and the gateway its keys"));
        return ExitCodes.DONE;
    }
}
