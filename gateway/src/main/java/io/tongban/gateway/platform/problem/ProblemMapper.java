package io.tongban.gateway.platform.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Whatever a resource or a filter throws becomes a problem document. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable thrown) {
        return response(Diagnosis.of(thrown));
    }

    /** The answer for a problem, not yet signed. */
    public static Response response(ProblemException problem) {
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(ProblemDocuments.MEDIA_TYPE)
                .entity(ProblemDocuments.of(problem));
        ProblemFields.of(problem).forEach(response::header);
        return response.build();
    }
}
