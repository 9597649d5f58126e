package io.tongban.sdk.fake;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.api.agency.PartnerKind;
import io.tongban.api.agency.TaskOutcome;
import io.tongban.api.agency.TaskResolution;
import io.tongban.api.internal.Given;
import io.tongban.api.problem.ProblemType;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.TongbanBuilder;
import io.tongban.sdk.key.GatewayKeys;
import io.tongban.sdk.testing.SignedWebhook;
import io.tongban.sdk.testing.TestGateway;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A gateway in this JVM, for a partner's unit tests: the real client over it, what a platform calls, every answer signed
 * and verified, no socket, no thread, no waiting. What provinces say is written by the test ({@link #withholdings()}, {@link
 * #enrolments()}), so is what goes wrong on the way ({@link #faults()}); time is the fake's own ({@link #advance}), and
 * passes at once where a client would pause.
 *
 * <pre>{@code
 * TongbanFake fake = TongbanFake.create();
 * Tongban tongban = fake.client();
 * fake.withholdings().next(Outcome.refused(ProblemType.PROVINCE_NOT_ELIGIBLE));
 * }</pre>
 *
 * <p>It holds the contract's rules on references, months, mandates and repetitions, and the same scenario is run against
 * it and against the gateway. It has no payments and days of counters, no approvals, stops, risk cases and imports of
 * points, no request log and no timelines. It does not know what takes a gateway's data: rules, quotes and cover, names'
 * characters and provinces' charsets, rates, who looked at whom, personal numbers in free text, webhook addresses that may
 * not be called. It enrols whoever has retired.
 *
 * <p>Thread-safe; but let no call be under way while time is moved.
 */
public final class TongbanFake {
    static final String BASE_URL = "https://gateway.tongban.invalid";
    private static final String AGENCY = "tongban-agency";

    private final FakeClock clock;
    private final Ids ids = new Ids();
    private final Seal seal;
    private final Partners partners;
    private final Provinces provinces;
    private final Events events;
    private final Course course;
    private final Script ofWithholdings;
    private final Script ofEnrolments;
    private final Script ofChanges;
    private final QuoteScript quotes;
    private final AdviceScript advice;
    private final CoverScript covers;
    private final ServicePointScript servicePoints;
    private final Faults faults;
    private final List<Subjects> subjects;
    private final List<Route> routes;
    private final PayoutOperations payouts;
    private final FakeTransport transport;
    private final Map<String, ECKey> keys = new HashMap<>();

    private TongbanFake(Instant start) {
        clock = new FakeClock(start.truncatedTo(ChronoUnit.MILLIS));
        seal = new Seal(clock);
        partners = new Partners(clock);
        provinces = new Provinces(clock);
        events = new Events(clock, ids);
        ofWithholdings = new Script(clock);
        ofEnrolments = new Script(clock);
        ofChanges = new Script(clock);
        quotes = new QuoteScript(clock);
        advice = new AdviceScript(clock);
        servicePoints = new ServicePointScript(clock);
        faults = new Faults(clock);
        Tasks tasks = new Tasks(clock, ids);
        course = new Course(clock, provinces, tasks);
        tasks.whenDecided(this::decided);
        WorkerOperations workers = new WorkerOperations(clock, ids, provinces, events, course, ofEnrolments);
        covers = new CoverScript(clock, workers, events);
        MandateOperations mandates = new MandateOperations(clock, ids, workers, provinces);
        WithholdingBook book = new WithholdingBook();
        ChangeBook changed = new ChangeBook(book, clock);
        ChangeOperations changes =
                new ChangeOperations(changed, clock, ids, workers, provinces, events, course, ofChanges);
        workers.choices(new ChosenInsurances(changed, changes, clock, ids));
        WithholdingOperations withholdings = new WithholdingOperations(
                book, changed, clock, ids, workers, mandates, provinces, events, course, ofWithholdings, seal);
        payouts = new PayoutOperations(clock, ids, workers, mandates, book, changed, events, seal);
        OperatorOperations operators = new OperatorOperations(clock);
        subjects = List.of(withholdings, workers, changes);
        routes = Stream.of(
                        workers.routes(),
                        mandates.routes(),
                        withholdings.routes(),
                        changes.routes(),
                        payouts.routes(),
                        new ReadOperations(clock, workers, book, provinces, covers, payouts).routes(),
                        new CoverOperations(clock, workers, covers).routes(),
                        new QuoteOperations(clock, provinces, quotes, advice).routes(),
                        servicePoints.routes(),
                        operators.routes(),
                        new DeclineOperations(clock, ids, provinces).routes(),
                        new SubsidyOperations(workers, book, clock, ids).routes(),
                        new EndpointOperations(clock, ids, events).routes(),
                        new FeedOperations(clock, events).routes(),
                        new AgencyOperations(partners, provinces, course, seal).routes(),
                        new Days().routes(),
                        tasks.routes())
                .flatMap(List::stream)
                .toList();
        Realm realm = new Realm(partners, clock);
        FakeGateway gateway =
                new FakeGateway(partners, realm, seal, new StoredAnswers(clock), operators, routes, clock);
        transport = new FakeTransport(clock, realm, seal, gateway, faults);
    }

    /** Begins now. */
    public static TongbanFake create() {
        return startingAt(Clock.systemUTC().instant());
    }

    /** Begins at this instant, so that a test with fixed months stays right. */
    public static TongbanFake startingAt(Instant start) {
        return new TongbanFake(Given.value(start, "start"));
    }

    /** A client of the platform {@code platform}. */
    public Tongban client() {
        return client("platform");
    }

    /** A client of a platform of this name, which is registered if it is not yet: several see each other's months. */
    public Tongban client(String clientId) {
        return builder(clientId).build();
    }

    /** A client of a bank of this name. */
    public Tongban bankClient(String clientId) {
        return builder(Given.value(clientId, "clientId"), PartnerKind.BANK).build();
    }

    /** The same, to be given other time-outs, retries or scopes first. */
    public TongbanBuilder builder(String clientId) {
        return builder(Given.value(clientId, "clientId"), PartnerKind.PLATFORM);
    }

    /** A client of the agency, for what only it does. */
    public Tongban agencyClient() {
        return builder(AGENCY, PartnerKind.AGENCY).build();
    }

    private TongbanBuilder builder(String clientId, PartnerKind kind) {
        synchronized (clock) {
            ECKey key = keys.computeIfAbsent(clientId, id -> Seal.key(id + "-1"));
            if (!partners.has(clientId)) {
                Map<String, Object> jwks = new JWKSet(key.toPublicJWK()).toJSONObject();
                partners.register(clientId, clientId, kind, "91350100M000100Y43", jwks);
            }
            return Tongban.builder()
                    .baseUrl(URI.create(BASE_URL))
                    .issuer(URI.create(Realm.ISSUER))
                    .clientId(clientId)
                    .privateKeyJwk(key.toJSONString())
                    .clock(clock)
                    .transport(transport);
        }
    }

    /** What becomes of withholdings. */
    public Script withholdings() {
        return ofWithholdings;
    }

    /** What becomes of changes of insurances, and of corrections. */
    public Script changes() {
        return ofChanges;
    }

    /** What becomes of registrations at provinces. */
    public Script enrolments() {
        return ofEnrolments;
    }

    /** What workers are covered for. */
    public CoverScript covers() {
        return covers;
    }

    /** What quotes are answered with, and which rules there are. */
    public QuoteScript quotes() {
        return quotes;
    }

    /** Which service points there are. */
    public ServicePointScript servicePoints() {
        return servicePoints;
    }

    /** What advice is given. */
    public AdviceScript advice() {
        return advice;
    }

    /** What goes wrong on the way to the gateway and back. */
    public Faults faults() {
        return faults;
    }

    /** The fake's time; give it to what the test verifies and to what it decides by time. */
    public Clock clock() {
        return clock;
    }

    /** Lets time pass; what is due in it happens, in its order. */
    public void advance(Duration length) {
        clock.advance(Given.value(length, "length"));
        synchronized (clock) {
            payouts.closeDue();
        }
    }

    /**
     * Decides a withholding or an enrolment now, in place of what was scripted for it, such as {@link Outcome#reversed()}
     * of a confirmed one.
     *
     * @param id of the withholding or the enrolment
     */
    public void settle(String id, Outcome outcome) {
        Outcome wanted = Given.value(outcome, "outcome");
        synchronized (clock) {
            clock.catchUp();
            Subject subject = subject(Given.value(id, "id"));
            course.run(subject.of().province(id), subject, wanted);
            clock.catchUp();
        }
    }

    private Subject subject(String id) {
        return subjects.stream()
                .filter(each -> each.has(id))
                .findFirst()
                .map(each -> new Subject(each, id))
                .orElseThrow(() -> new IllegalArgumentException("Neither a withholding nor an enrolment: " + id));
    }

    private void decided(Subject subject, TaskResolution settlement) {
        if (settlement.outcome() == TaskOutcome.SEND_AGAIN) {
            subject.of().sendAgain(subject.id());
        }
        Outcome outcome = settlement.outcome() == TaskOutcome.NOT_BOOKED
                ? Outcome.refused(ProblemType.PROVINCE_REFUSED_ON_REVIEW)
                : Outcome.confirmed();
        course.run(subject.of().province(subject.id()), subject, outcome);
    }

    /**
     * The webhook calls that the gateway would have made since this was asked last, one for each event and endpoint, in
     * the order of the events and signed now. Partners get them at least once and in any order: hand some over twice.
     */
    public List<SignedWebhook> webhooks() {
        synchronized (clock) {
            clock.catchUp();
            TestGateway gateway = TestGateway.ofJwk(seal.current().toJSONString(), clock);
            return events.drain().stream()
                    .map(call -> gateway.sign(call.url().toString(), call.event()))
                    .toList();
        }
    }

    /** The keys that it signs with, for {@code Webhooks} and {@code Receipts}; a client's {@code gatewayKeys()} do as well. */
    public GatewayKeys gatewayKeys() {
        synchronized (clock) {
            return GatewayKeys.parse(seal.published());
        }
    }

    /** Registers a made-up person at Guangdong and records a mandate, where a test is about what comes after. */
    public Insured insured(Tongban client) {
        return People.insured(
                Given.value(client, "client"), clock.instant(), ids.next("").substring(20));
    }

    List<Route> routes() {
        return routes;
    }

    /** Its time; nothing of anyone. */
    @Override
    public String toString() {
        return "TongbanFake[" + clock.instant() + "]";
    }
}
