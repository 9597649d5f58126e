package io.tongban.sandbox.demo;

import io.tongban.api.operator.OperatorRegistration;
import io.tongban.api.operator.OperatorRole;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.launcher.ServicePointFiles;
import io.tongban.sdk.Tongban;
import java.util.List;
import java.util.Locale;

/** A bank without software of its own registers its people and a worker, so that the counter page can be tried. */
final class CounterPageLogins {
    private static final String BANK = ServicePointFiles.RURAL_BANK;
    private static final String BRANCH = "yl-01";
    private static final int WORKER = 7;

    private CounterPageLogins() {}

    static String told(SandboxStack stack) {
        try (Tongban bank = Clients.client(BANK, stack)) {
            register(bank, "Y1001", OperatorRole.TELLER);
            register(bank, "Y2001", OperatorRole.SUPERVISOR);
            register(bank, "Y3001", OperatorRole.AUDITOR);
            WalkIn rider = WalkIn.registered(bank, WORKER);
            return String.format(
                    Locale.ROOT,
                    "  The counter page of a bank without software of its own: %s/counter%n"
                            + "  log in as teller, supervisor or auditor with password %s%n"
                            + "  and serve citizen number %s (made up), at the terminal if the counter is closed%n",
                    stack.gateway(),
                    stack.counterPassword(),
                    rider.citizenNumber());
        }
    }

    private static void register(Tongban bank, String staffNumber, OperatorRole role) {
        var unused = bank.operators()
                .register(OperatorRegistration.builder()
                        .staffNumber(staffNumber)
                        .role(role)
                        .points(List.of(BRANCH))
                        .build());
    }
}
