package io.tongban.province.dialect.soap;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.Specimen;
import io.tongban.province.dialect.XmlPieces;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests as the route writes them, envelope and all, and answers as it reads them, without a connection. */
final class SoapRehearsal implements Rehearsal {
    private static final String TOKEN = "TOKEN";
    private static final String SERIAL = "Q0000000000000000001";

    private final ProvinceProfile profile;
    private final Charset encoding;
    private final CommandFields commands;
    private final SoapCodec codec;

    SoapRehearsal(ProvinceProfile profile, Clock clock) {
        // What it shows may be sent to somebody, and a password travels under any name.
        this.profile = profile.withoutPassword();
        this.encoding = Charset.forName(profile.options().text(FieldTexts.ENCODING));
        this.commands = new CommandFields(this.profile, clock);
        this.codec = new SoapCodec(this.profile, new UsernameToken(this.profile, clock));
    }

    @Override
    public Specimen request(ProvinceCommand command) {
        SoapCall call = SoapCall.of(command, commands.of(command));
        return specimen(profile.find(TransactionKind.SIGN_IN).isPresent() ? call.with(Field.TOKEN, TOKEN) : call);
    }

    @Override
    public Optional<Specimen> signIn() {
        TransactionKind kind = TransactionKind.SIGN_IN;
        return profile.find(kind).map(there -> specimen(new SoapCall(kind, kind, commands.head(kind, SERIAL))));
    }

    private Specimen specimen(SoapCall call) {
        String xml = codec.write(call.with(Field.PASSWORD, profile.password().value()));
        List<Slot> slots = new ArrayList<>(profile.heads().request());
        slots.addAll(profile.transaction(call.kind()).request());
        return new Specimen("the body of a POST", encoding, XmlPieces.of(xml, encoding, slots));
    }

    @Override
    public List<Answer> answers(byte[] octets, ProvinceCommand command) {
        String text = AnswerText.decoded(octets, "");
        return List.of(codec.read(new SoapClient.Reply(true, text), SoapCall.of(command, Map.of())));
    }
}
