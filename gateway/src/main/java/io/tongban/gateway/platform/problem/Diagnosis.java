package io.tongban.gateway.platform.problem;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Violations;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** Finds the problem behind whatever was thrown. What nobody foresaw is logged here, once, and told as internal-error. */
public final class Diagnosis {
    private static final Logger LOG = Logger.getLogger(Diagnosis.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Diagnosis() {}

    public static ProblemException of(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            // Told as what it is: whoever reads the log for it ends the process.
            LOG.error("Memory ran out", thrown);
        }
        if (thrown instanceof ProblemException problem) {
            return logged(problem);
        }
        if (thrown instanceof NotFoundException notFound) {
            // JAX-RS 3.1, section 3.2: a query parameter that cannot be converted is a 404 with a cause.
            return new ProblemException(
                    notFound.getCause() == null ? ProblemType.NOT_FOUND : ProblemType.HEADER_INVALID);
        }
        if (thrown instanceof ClientErrorException refused) {
            return new ProblemException(ofStatus(refused.getResponse().getStatus()));
        }
        if (Violations.unavailable(thrown) || thrown instanceof RejectedExecutionException) {
            LOG.warnf("Not available now: %s", thrown.toString());
            return new ProblemException(ProblemType.UNAVAILABLE).retryAfter(RETRY_AFTER);
        }
        return logged(new ProblemException(ProblemType.INTERNAL_ERROR).causedBy(thrown));
    }

    private static ProblemException logged(ProblemException problem) {
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            Throwable cause = problem.getCause();
            LOG.error("Request failed: " + problem.type().code(), cause == null ? null : new RedactedFailure(cause));
        } else if (problem.getCause() != null) {
            // A neighbour that is down shall not fill the log with stack traces.
            LOG.warnf("Request failed: %s: %s", problem.type().code(), problem.getCause());
        }
        return problem;
    }

    private static ProblemType ofStatus(int status) {
        return switch (status) {
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 415 -> ProblemType.MEDIA_TYPE_UNSUPPORTED;
            default -> ProblemType.HEADER_INVALID;
        };
    }
}
