package io.tongban.gateway.platform.problem;

import io.tongban.api.problem.ProblemApi;
import io.tongban.api.problem.ProblemCatalogue;
import io.tongban.api.problem.ProblemEntry;
import io.tongban.api.problem.ProblemType;
import java.util.Arrays;

/** The catalogue, for people and programs. */
public class ProblemResource implements ProblemApi {
    private static final ProblemCatalogue CATALOGUE = new ProblemCatalogue(
            Arrays.stream(ProblemType.values()).map(ProblemEntry::of).toList());

    @Override
    public ProblemCatalogue listProblems() {
        return CATALOGUE;
    }

    @Override
    public ProblemEntry readProblem(String code) {
        return ProblemType.byCode(code)
                .map(ProblemEntry::of)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }
}
