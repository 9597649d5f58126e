package io.tongban.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.gateway.platform.config.JsonConfig;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationMapperTest {
    private static final ObjectMapper JSON = JsonConfig.mapper();
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private static final String GOOD = """
            {"partnerReference":"mandate-1","workerId":"wkr_1","province":"44","insurances":["AAE140:110"],"capFen":1,
             "validFrom":"2026-10","signedAt":"2026-10-01T00:00:00Z","agreementReference":"agreement-1"}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"workerId\":\"wkr_1\",        |                            | field-missing /workerId",
                "\"workerId\":\"wkr_1\"         | \"workerId\":null          | field-missing /workerId",
                "\"workerId\":\"wkr_1\"         | \"workerId\":\"\"          | field-invalid /workerId",
                "\"capFen\":1                   | \"capFen\":0               | field-invalid /capFen",
                "\"province\":\"44\"            | \"province\":\"4\"         | field-invalid /province",
                "\"insurances\":[\"AAE140:110\"], |                          | field-missing /insurances",
                "[\"AAE140:110\"]               | []                         | field-invalid /insurances",
                "[\"AAE140:110\"]               | [\"AAE140:110\",\"x\"]     | field-invalid /insurances/1",
                "\"mandate-1\",\"workerId\":\"wkr_1\", | \"!\",              | field-missing /workerId"
            })
    void pointsAtTheFieldAndTellsMissingFromInvalid(String before, String after, String expected) throws Exception {
        String body = GOOD.replace(before.strip(), after == null ? "" : after.strip());
        var violations = VALIDATOR.validate(JSON.readValue(body, MandateGrant.class));

        ProblemException problem =
                ViolationMapper.problem(new ConstraintViolationException(violations), JSON.readTree(body));

        assertThat(problem.type().code() + " " + problem.pointer().orElse("")).isEqualTo(expected);
    }
}
