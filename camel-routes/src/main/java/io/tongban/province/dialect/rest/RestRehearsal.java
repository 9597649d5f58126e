package io.tongban.province.dialect.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.Specimen;
import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bodies as the route signs and writes them and reads and verifies them, without a connection. */
final class RestRehearsal implements Rehearsal {
    private static final JsonFactory JSON = new JsonFactory();

    private final ProvinceProfile profile;
    private final CommandFields commands;
    private final RestCodec codec;
    private final JsonLayout layout;

    RestRehearsal(ProvinceProfile profile, Clock clock) {
        this.profile = profile;
        this.commands = new CommandFields(profile, clock);
        this.codec = new RestCodec(profile);
        this.layout = new JsonLayout(profile);
    }

    @Override
    public Specimen request(ProvinceCommand command) {
        return specimen(RestCall.of(command, commands.of(command)).with(Field.TOKEN, "TOKEN"));
    }

    @Override
    public Optional<Specimen> signIn() {
        TransactionKind kind = TransactionKind.SIGN_IN;
        return Optional.of(specimen(new RestCall(kind, kind, commands.head(kind, "Q0000000000000000001"))));
    }

    private Specimen specimen(RestCall call) {
        String code = profile.transaction(call.kind()).code();
        return new Specimen("POST …/" + code, StandardCharsets.UTF_8, pieces(codec.write(call), names(call.kind())));
    }

    /** Fields by where they stand, as JSON pointers. */
    private Map<String, String> names(TransactionKind kind) {
        return layout.message(kind).request().stream()
                .collect(Collectors.toMap(
                        place -> place.path().pointer(),
                        place -> place.slot().field().word()));
    }

    private static List<Piece> pieces(byte[] body, Map<String, String> names) {
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isScalarValue()) {
                    // Of a text, what is between its quotation marks.
                    int mark = token == JsonToken.VALUE_STRING ? 1 : 0;
                    String name = json.getParsingContext().pathAsPointer().toString();
                    // Read to its end, or the parser does not know where that is.
                    int length = json.getTextLength();
                    int from = (int) json.currentTokenLocation().getByteOffset() + mark;
                    int to = mark == 0
                            ? from + length
                            : (int) json.currentLocation().getByteOffset() - mark;
                    pieces.add(new Piece("members", Arrays.copyOfRange(body, end, from)));
                    pieces.add(new Piece(names.getOrDefault(name, name), Arrays.copyOfRange(body, from, to)));
                    end = to;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pieces.add(new Piece("members", Arrays.copyOfRange(body, end, body.length)));
        return pieces;
    }

    @Override
    public List<Answer> answers(byte[] octets, ProvinceCommand command) {
        return List.of(codec.read(octets, RestCall.of(command, Map.of()).answer()));
    }
}
