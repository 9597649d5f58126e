package io.tongban.province.dialect.tcp;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.RequestOctets;
import io.tongban.province.dialect.Specimen.Piece;
import io.tongban.province.dialect.WireText;
import io.tongban.province.dialect.XmlAnswers;
import io.tongban.province.dialect.XmlOutline;
import io.tongban.province.dialect.XmlPieces;
import io.tongban.province.dialect.XmlRequests;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/** A frame that holds one XML document, in the profile's charset and by the words that {@code queue} has for it. */
final class XmlFrame implements FrameLayout {
    static final List<Option> OPTIONS =
            XmlOutline.options(XmlOutline.outermost("root", "msg"), XmlOutline.outermost("result", "msg")).stream()
                    .map(option -> option.where(DialectNeeds.LAYOUT, "xml"))
                    .toList();

    private final Charset charset;
    private final WireText wire;
    private final XmlRequests requests;
    private final XmlAnswers answers;

    /** @throws IllegalArgumentException if no document could be written as the profile says */
    XmlFrame(ProvinceProfile profile) {
        this.charset = profile.charset();
        this.wire = new WireText(charset);
        this.requests = new XmlRequests(profile, charset);
        this.answers = new XmlAnswers(profile);
    }

    @Override
    public void write(Request request, Map<Field, String> fields, RequestOctets out) {
        String document = requests.write(request.kind(), fields);
        if (out.isRuled()) {
            for (Piece piece : XmlPieces.of(document, charset, request.slots())) {
                out.piece(piece.name());
                out.writeBytes(piece.octets());
            }
            return;
        }
        try {
            out.writeBytes(wire.encode(document));
        } catch (CharacterCodingException e) {
            // Each field was looked at. What is left is the markup, which the profile has and the charset has not.
            throw new NotCarried(Field.FILLER);
        }
    }

    @Override
    public boolean carries(String text, Slot slot) {
        return requests.carries(slot.field(), text);
    }

    @Override
    public Contents open(byte[] frame) {
        return new Whole(answers.read(wire.decodeAsFarAsPossible(frame)));
    }

    private record Whole(XmlAnswers.Document document) implements Contents {
        @Override
        public Map<Field, String> head(List<Slot> slots) {
            return document.head(slots);
        }

        @Override
        public Map<Field, String> body(List<Slot> slots) {
            return document.body(slots);
        }

        @Override
        public List<Map<Field, String>> rows(List<Slot> slots, String count) {
            List<Map<Field, String>> rows = document.rows(slots);
            if (!slots.isEmpty() && !count.isBlank() && !count.equals(Integer.toString(rows.size()))) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
            return rows;
        }

        @Override
        public void end() {
            // Whatever else it says was not asked for.
        }
    }
}
