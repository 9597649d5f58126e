package io.tongban.sandbox.province.rest;

import com.sun.net.httpserver.HttpExchange;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Pause;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Transaction;
import java.io.IOException;

/** One call from the first byte to the last: who is it, what is the time, is he signed in; then to the mapper. */
final class RestCall {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY = 429;

    private final SimulatedProvince province;
    private final DialectSettings dialectSettings;
    private final Keys keys;
    private final ProvinceClock clock;
    private final SignIns signIns;
    private final RestRequestMapper mapper;
    private final Faults faults;
    private final Pause pause;

    RestCall(
            SimulatedProvince province,
            DialectSettings dialectSettings,
            Keys keys,
            ProvinceClock clock,
            SignIns signIns,
            RestRequestMapper mapper,
            Faults faults,
            Pause pause) {
        this.province = province;
        this.dialectSettings = dialectSettings;
        this.keys = keys;
        this.clock = clock;
        this.signIns = signIns;
        this.mapper = mapper;
        this.faults = faults;
        this.pause = pause;
    }

    void answer(HttpExchange http) throws IOException {
        RestRequest request;
        try {
            request = read(http);
        } catch (UnreadableRequestException e) {
            http.sendResponseHeaders(BAD_REQUEST, -1);
            return;
        }
        if (faults.fires(Fault.TOO_MANY_REQUESTS, request.transaction())) {
            http.getResponseHeaders().set("Retry-After", "1");
            http.sendResponseHeaders(TOO_MANY, -1);
            return;
        }
        ReturnCode objection = objection(request);
        if (objection != ReturnCode.OK) {
            send(http, request, RestAnswer.of(objection, request, clock.now()));
            return;
        }
        Delivery delivery = mapper.serve(request);
        if (delivery instanceof Delivery.Say say) {
            send(http, request, RestAnswer.of(say.answer(), request, clock.now()));
        } else if (delivery instanceof Delivery.Silence) {
            pause.of(faults.silence());
        }
        // A call that ends without an answer is hung up on.
    }

    private RestRequest read(HttpExchange http) throws IOException, UnreadableRequestException {
        String path = http.getRequestURI().getPath();
        byte[] body = http.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (!http.getRequestMethod().equals("POST")
                || !path.startsWith(province.path() + "/")
                || body.length > MOST_BYTES) {
            throw new UnreadableRequestException("not a call of this dialect");
        }
        return RestRequest.of(path.substring(province.path().length() + 1), body, dialectSettings);
    }

    /** Why it goes no further than here, or {@link ReturnCode#OK}; nothing was done then. */
    private ReturnCode objection(RestRequest request) {
        boolean callers = keys.today().isCallers(SignedText.of(request.fields()), request.text(SignedText.SIGN));
        if (!callers || !request.text("appid").equals(province.operator())) {
            return ReturnCode.SIGN_WRONG;
        }
        if (faults.fires(Fault.CLOCK_SKEW, request.transaction())) {
            clock.jump();
        }
        if (!clock.accepts(request.text("timestamp"))) {
            return ReturnCode.CLOCK_DIFFERS;
        }
        if (request.transaction() == Transaction.SIGN_IN) {
            return ReturnCode.OK;
        }
        if (faults.fires(Fault.SIGN_IN_EXPIRED, request.transaction())) {
            signIns.drop(request.text("signno"));
        }
        return signIns.isSignedIn(request.text("signno")) ? ReturnCode.OK : ReturnCode.SIGN_IN_AGAIN;
    }

    private void send(HttpExchange http, RestRequest request, RestAnswer answer) throws IOException {
        Seal seal = faults.fires(Fault.NEW_KEY, request.transaction()) ? keys.next() : keys.today();
        byte[] json = answer.json(seal);
        http.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        http.sendResponseHeaders(200, json.length);
        http.getResponseBody().write(json);
    }
}
