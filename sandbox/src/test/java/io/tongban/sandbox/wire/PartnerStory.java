package io.tongban.sandbox.wire;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateRevocation;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.worker.Worker;
import io.tongban.sdk.Receipts;
import io.tongban.sdk.Tongban;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;

/** What a partner does with the SDK, right and wrong, told as a transcript: wherever it happens, it reads the same. */
final class PartnerStory {
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final int EVENTS = 8;

    private final StoryWorld world;
    private final StoryPapers papers;
    private final StoryTranscript transcript = new StoryTranscript();
    private final Tongban partner;
    private final Tongban other;

    PartnerStory(StoryWorld world, StoryPapers papers) {
        this.world = world;
        this.papers = papers;
        this.partner = world.partner();
        this.other = world.other();
    }

    List<String> tell() {
        WebhookEndpoint endpoint = webhooks();
        Worker worker = registers();
        Mandate mandate = mandates(worker);
        Withholding confirmed = new WithholdingStory(world, papers, transcript, worker, mandate).tell();
        revokes(mandate, worker);
        looksAround(worker, confirmed);
        partner.webhookEndpoints().delete(endpoint.id());
        transcript.does("deleted once more, the same effect", () -> {
            partner.webhookEndpoints().delete(endpoint.id());
            return "deleted";
        });
        new AgencyStory(world.agency(), papers, transcript).tell();
        return transcript.lines();
    }

    private WebhookEndpoint webhooks() {
        transcript.isRefused(
                "a webhook with a fragment",
                () -> partner.webhookEndpoints().create(spec(URI.create("https://partner.example/x#y"))));
        WebhookEndpoint endpoint = transcript.does("a webhook", () -> created());
        transcript.does("the same again", () -> created());
        return endpoint;
    }

    /** With its events in an order. */
    private WebhookEndpoint created() {
        WebhookEndpoint made = partner.webhookEndpoints().create(spec(world.webhookUrl()));
        return new WebhookEndpoint(made.id(), made.url(), new TreeSet<>(made.events()), made.createdAt());
    }

    private static WebhookEndpointSpec spec(URI url) {
        return WebhookEndpointSpec.builder()
                .url(url)
                // Of cover the fake tells nothing, for it has no rules.
                .events(EnumSet.complementOf(EnumSet.of(
                        EventType.COVERAGE_STARTED,
                        EventType.COVERAGE_LAPSING,
                        EventType.COVERAGE_LAPSED,
                        EventType.COVERAGE_RESUMED)))
                .build();
    }

    private Worker registers() {
        var rider = papers.registration("a", 1, "44");
        Worker worker = transcript.does("registers", () -> partner.workers().register(rider));
        transcript.does(
                "registers once more", () -> partner.workers().register(rider).id());
        transcript.does("is enrolled", () -> partner.workers().awaitEnrolled(worker.id(), A_WHILE));
        transcript.isRefused(
                "under another reference", () -> partner.workers().register(papers.registration("b", 1, "44")));
        transcript.isRefused(
                "another person under the reference",
                () -> partner.workers().register(papers.registration("a", 2, "44")));
        transcript.isRefused(
                "in the same province with another mobile",
                () -> partner.workers()
                        .register(rider.toBuilder().mobile("13912345678").build()));
        transcript.isRefused(
                "a wrong check character",
                () -> partner.workers()
                        .register(rider.toBuilder()
                                .citizenNumber("110105194912310021")
                                .build()));
        transcript.isRefused(
                "no region",
                () -> partner.workers()
                        .register(rider.toBuilder()
                                .citizenNumber("990105194912310021")
                                .build()));
        transcript.isRefused(
                "no date",
                () -> partner.workers()
                        .register(rider.toBuilder()
                                .citizenNumber("110105194913310021")
                                .build()));
        transcript.isRefused(
                "a citizen number of no form",
                () -> partner.workers()
                        .register(rider.toBuilder().citizenNumber("11").build()));
        transcript.isRefused(
                "no consent",
                () -> partner.workers()
                        .register(rider.toBuilder().consentReference("none").build()));
        transcript.isRefused(
                "no such province",
                () -> partner.workers()
                        .register(rider.toBuilder().province("99").build()));
        transcript.does("in a second province", () -> partner.workers().register(papers.registration("a", 1, "51")));
        transcript.does("is enrolled there, too", () -> partner.workers().awaitEnrolled(worker.id(), A_WHILE));
        transcript.does("is found", () -> partner.workers().findByCitizenNumber(papers.citizenNumber(1)));
        transcript.isRefused("is not found", () -> partner.workers().findByCitizenNumber(papers.citizenNumber(7)));
        transcript.isRefused("an id of no form", () -> partner.workers().get("17"));
        transcript.isRefused("an id of nothing", () -> partner.workers().get("wkr_0"));
        transcript.isRefused("the other one's worker", () -> other.workers().get(worker.id()));
        return worker;
    }

    private Mandate mandates(Worker worker) {
        var grant = papers.grant("m", worker.id(), "44");
        Mandate mandate = transcript.does("a mandate", () -> partner.mandates().create(grant));
        transcript.does("a mandate, read", () -> partner.mandates().get(mandate.id()));
        transcript.isRefused(
                "its reference again",
                () -> partner.mandates().create(grant.toBuilder().capFen(1L).build()));
        transcript.isRefused(
                "where no one is registered", () -> partner.mandates().create(papers.grant("n", worker.id(), "11")));
        transcript.isRefused(
                "not offered there",
                () -> partner.mandates()
                        .create(grant.toBuilder()
                                .partnerReference(papers.reference("n"))
                                .insurances(List.of("AAE140:110", "AAE140:510"))
                                .build()));
        var next = grant.toBuilder().partnerReference(papers.reference("n")).build();
        transcript.isRefused(
                "ends before it begins",
                () -> partner.mandates()
                        .create(next.toBuilder().validTo(YearMonth.of(2025, 1)).build()));
        transcript.isRefused(
                "signed too long ago",
                () -> partner.mandates()
                        .create(next.toBuilder()
                                .signedAt(Instant.parse("2020-01-01T00:00:00Z"))
                                .build()));
        transcript.isRefused(
                "signed tomorrow",
                () -> partner.mandates()
                        .create(next.toBuilder()
                                .signedAt(Instant.now().plus(Duration.ofDays(1)))
                                .build()));
        transcript.isRefused(
                "a cap beyond reason",
                () -> partner.mandates()
                        .create(next.toBuilder().capFen(1_000_000_000_000L).build()));
        transcript.isRefused(
                "a cap of nothing",
                () -> partner.mandates().create(next.toBuilder().capFen(0L).build()));
        transcript.isRefused(
                "no agreement",
                () -> partner.mandates()
                        .create(next.toBuilder().agreementReference("n/a").build()));
        transcript.isRefused("a worker of nobody", () -> partner.mandates().create(papers.grant("n", "wkr_0", "44")));
        transcript.isRefused("a mandate of nobody", () -> partner.mandates().get("mdt_0"));
        return mandate;
    }

    private void revokes(Mandate mandate, Worker worker) {
        Instant now = Instant.now();
        transcript.isRefused(
                "revoked before it was signed",
                () -> partner.mandates().revoke(mandate.id(), revocation(Instant.parse("2025-06-01T00:00:00Z"))));
        transcript.does("revoked", () -> partner.mandates().revoke(mandate.id(), revocation(now)));
        transcript.does("revoked, repeated", () -> partner.mandates().revoke(mandate.id(), revocation(now)));
        transcript.isRefused(
                "revoked otherwise", () -> partner.mandates().revoke(mandate.id(), revocation(now.minusSeconds(1))));
        transcript.isRefused(
                "withheld under it",
                () -> partner.withholdings()
                        .withhold(papers.order("late", worker.id(), mandate.id(), YearMonth.of(2026, 5))));
    }

    private static MandateRevocation revocation(Instant at) {
        return MandateRevocation.builder().revokedAt(at).build();
    }

    private void looksAround(Worker worker, Withholding confirmed) {
        // Where nothing was paid yet, each province says in its own way that it was not.
        transcript.does(
                "the worker's status",
                () -> partner.statuses().of(worker.id()).insurances().stream()
                        .filter(each -> each.province().equals("44"))
                        // What follows by the rules is the gateway's to know; the fake has none.
                        .map(each -> Arrays.asList(
                                each.insurance(),
                                each.state(),
                                each.paidThrough(),
                                each.source(),
                                each.asOf(),
                                each.lastWithholdings()))
                        .toList());
        transcript.isRefused(
                "cover of days in no order",
                () -> partner.statuses().cover(worker.id(), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 31)));
        transcript.isRefused("cover of nobody", () -> partner.statuses().cover("wkr_0"));
        transcript.isRefused("the status of nobody", () -> partner.statuses().of("wkr_0"));
        transcript.does("the receipt", () -> {
            var receipt = Receipts.verify(
                    partner.withholdings().receipt(confirmed.id()).jws(), partner.gatewayKeys());
            return Arrays.asList(
                    receipt.withholdingId(),
                    receipt.reference(),
                    receipt.province(),
                    receipt.period(),
                    receipt.amountFen(),
                    receipt.baseFen(),
                    receipt.state());
        });
        transcript.isRefused(
                "a receipt of nothing", () -> partner.withholdings().receipt("wh_0"));
        transcript.does("a province", () -> partner.provinces().get("44"));
        transcript.isRefused("no province", () -> partner.provinces().get("99"));
        transcript.does("the catalogue", () -> partner.problems().catalogue());
        transcript.does("a problem", () -> partner.problems().get("field-unknown"));
        transcript.isRefused("no problem", () -> partner.problems().get("no-problem"));
        transcript.isRefused(
                "with a token for other things", () -> world.reader().statuses().of(worker.id()));
        transcript.does(
                "with a token for this", () -> world.reader().withholdings().get(confirmed.id()));
        transcript.isRefused("what only the agency does", () -> partner.agency().list());
        transcript.isRefused("the agency's tasks", () -> partner.reviewTasks().get("tsk_0"));
        world.events(EVENTS, papers::isOfThis).stream()
                .map(transcript::text)
                .sorted()
                .forEach(event -> transcript.add("event", event));
    }
}
