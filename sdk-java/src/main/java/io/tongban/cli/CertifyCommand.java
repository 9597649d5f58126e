package io.tongban.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.certification.CaseVerdict;
import io.tongban.api.certification.Certification;
import io.tongban.api.certification.CertificationApproval;
import io.tongban.api.certification.CertificationCase;
import io.tongban.api.certification.CertificationSummary;
import io.tongban.sdk.Tongban;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs in which a program shows that it is right. */
@Command(
        name = "certify",
        mixinStandardHelpOptions = true,
        description = "Has the gateway look at what your program sends, and judge it, in the sandbox.")
final class CertifyCommand {
    private final Console console;

    CertifyCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = "Starts a run and prints its id and its cases. Then drive your program.")
    int start(
            @Mixin ProfileOptions options,
            @Parameters(paramLabel = "SUITE", arity = "0..1", defaultValue = "platform", description = "platform.")
                    String suite)
            throws IOException {
        shown(options, client -> client.certifications().start(suite));
        return ExitCodes.DONE;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows what was seen of each case until now; ends with 1 unless each has passed.")
    int show(@Mixin ProfileOptions options, @Parameters(paramLabel = "ID", description = "The run, crt_…") String id)
            throws IOException {
        return verdict(shown(options, client -> client.certifications().get(id)));
    }

    @Command(
            name = "report",
            mixinStandardHelpOptions = true,
            description = "Ends a run and writes its report, a JWS that the gateway signed.")
    int report(
            @Mixin ProfileOptions options,
            @Parameters(paramLabel = "ID", description = "The run, crt_…") String id,
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "The report's file.") Path out)
            throws IOException {
        try (GatewayLink link = GatewayLink.open(options.profile(console.home()), console.clock());
                Tongban client = link.client()) {
            PrivateFiles.create(out, client.certifications().report(id).jws().getBytes(US_ASCII));
        }
        return verdict(shown(options, client -> client.certifications().get(id)));
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists your runs, newest first, with what agencies approved.")
    int list(@Mixin ProfileOptions options) throws IOException {
        try (GatewayLink link = GatewayLink.open(options.profile(console.home()), console.clock());
                Tongban client = link.client()) {
            client.certifications().list().forEach(this::show);
        }
        return ExitCodes.DONE;
    }

    @Command(
            name = "page",
            mixinStandardHelpOptions = true,
            description = "Writes the report of a run as a page for people, in HTML.")
    int page(
            @Mixin ProfileOptions options,
            @Parameters(paramLabel = "ID", description = "The run, crt_…") String id,
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "The page's file.") Path out)
            throws IOException {
        try (GatewayLink link = GatewayLink.open(options.profile(console.home()), console.clock());
                Tongban client = link.client()) {
            PrivateFiles.create(out, client.certifications().html(id).html().getBytes(UTF_8));
        }
        return ExitCodes.DONE;
    }

    private Certification shown(ProfileOptions options, Function<Tongban, Certification> call) throws IOException {
        try (GatewayLink link = GatewayLink.open(options.profile(console.home()), console.clock());
                Tongban client = link.client()) {
            Certification run = call.apply(client);
            console.result("run " + run.id() + " of " + run.suite() + " " + run.version() + ", until "
                    + (run.endedAt() == null ? run.endsAt() : run.endedAt()));
            run.cases().forEach(this::show);
            run.approvals().forEach(this::show);
            return run;
        }
    }

    private void show(CertificationSummary run) {
        String state = run.endedAt() == null ? "running" : run.certified() == null ? "no report" : "not certified";
        console.result(String.format(
                "%s  %s %s  %s  %s",
                run.id(),
                run.suite(),
                run.version(),
                run.startedAt(),
                Boolean.TRUE.equals(run.certified()) ? "certified" : state));
        run.approvals().forEach(this::show);
    }

    private void show(CertificationApproval approval) {
        console.result(String.format(
                "%-8s %s until %s, by %s",
                approval.state(), approval.province(), approval.expiresAt(), approval.approvedBy()));
    }

    private static int verdict(Certification run) {
        boolean passed = run.cases().stream().allMatch(each -> each.verdict() == CaseVerdict.PASSED);
        return passed ? ExitCodes.DONE : ExitCodes.REFUSED;
    }

    private void show(CertificationCase each) {
        console.result(String.format("%-8s %-24s %s", each.verdict(), each.name(), each.title()));
        if (each.detail() != null) {
            console.result(String.format(
                    "%-8s %-24s %s%s", "", "", each.detail(), each.requestId() == null ? "" : ", " + each.requestId()));
        }
    }
}
