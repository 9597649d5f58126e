package io.tongban.province.dialect.soap;

import static io.tongban.province.dialect.soap.VendorSystem.FILE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of a profile that cannot both be followed stop the start. */
class ContradictingWordsTest {
    @TempDir
    Path folder;

    private VendorSystem system;

    @BeforeEach
    void open() {
        system = new VendorSystem(folder);
    }

    @AfterEach
    void close() {
        system.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            envelope: none, operation: x | "options" has "operation", which has no effect where envelope is none
            envelope: none, ws-security: text | "options" has "ws-security", which has no effect
            operation: "*", soap-action: "**" | "options.soap-action" cannot be used
            operation: "a*b*" | "options.operation" cannot be used
            root: "-" | a document has one outermost element; name it in "options.root"
            result: "-" | an answer's document has one outermost element; name it in "options.result"
            operation: "-" | a * stands for the operation, and "options.operation" is -, none
            """)
    void refusesWordsThatContradict(String options, String why) {
        system.options(options);

        assertThatThrownBy(system.links::open).hasStackTraceContaining(why);
    }

    @Test
    void refusesAnOperatorThatItsEncodingCannotHold() {
        system.options("encoding: GBK");
        system.links.edit(FILE, "operator: TONGBAN", "operator: TONG\uD842\uDFB7");

        assertThatThrownBy(system.links::open).hasStackTraceContaining("\"operator\" has a character that");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [transaction transcode, serial serial | [serial serial | no request says its transaction
            mobile AAC067 | mobile AAC003 | something else stands where a layout puts "business/body/AAC003"
            mobile AAC067 | mobile AAC003/tel | something else stands where
            operator operator, | operator operator, token token, | has a "token" that no sign-in would bring
            operator: TONGBAN | operator: TONGBAN\\npassword: ${tongban.province.44.password} | "password" stands in no request
            code: GD1001 | code: 1001 | @the code "1001" makes no name of an operation
            """)
    void refusesLayoutsThatCannotBeWritten(String old, String now, String why) {
        if (why.startsWith("@")) {
            system.options("operation: \"*\"");
        }
        system.links.edit(FILE, old, now.replace("\\n", "\n"));

        assertThatThrownBy(system.links::open).hasStackTraceContaining(why.replace("@", ""));
    }
}
