package io.tongban.gateway.console;

import io.tongban.gateway.platform.problem.Diagnosis;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.platform.problem.ProblemFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a person asked for, or a page that says in words why not. */
@ApplicationScoped
public class Asked {
    private final String policy;

    @Inject
    public Asked(@ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm) {
        this.policy = Pages.policyWithLogin(PageGate.origin(realm));
    }

    Response answer(Supplier<Response> page) {
        Response answer = attempt(page);
        if (answer.getHeaders().containsKey(Pages.POLICY_FIELD)) {
            answer.getHeaders().putSingle(Pages.POLICY_FIELD, policy);
        }
        return answer;
    }

    private static Response attempt(Supplier<Response> page) {
        try {
            return page.get();
        } catch (RuntimeException thrown) {
            ProblemException problem = Diagnosis.of(thrown);
            Response.ResponseBuilder answer =
                    Pages.answer(problem.type().status(), Templates.problem(Words.of(problem.type())));
            ProblemFields.of(problem).forEach(answer::header);
            return answer.build();
        }
    }
}
